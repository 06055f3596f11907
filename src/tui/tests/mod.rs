//! The reader as its users meet it: keys in, screen out.

mod across;
pub mod fixture;
pub mod harness;
mod monkey;
mod mouse;
mod notes;
mod overlays;
mod points;
mod reading;

use harness::Harness;

/// The briefing of the fixture on a screen.
pub fn talks(width: u16, height: u16) -> Harness {
    Harness::with_points(width, height, fixture::TEXT, fixture::points())
}

#[test]
fn screens_at_the_five_sizes() {
    for (width, height) in [(160, 45), (100, 30), (80, 24), (60, 20), (40, 15)] {
        insta::assert_snapshot!(format!("start-{width}x{height}"), talks(width, height).screen());
        let mut points = talks(width, height).keys("Tab j j");
        insta::assert_snapshot!(format!("points-{width}x{height}"), points.screen());
    }
}
