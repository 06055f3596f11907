//! The terminal, taken and given back.
//!
//! Whatever ends the reader (quitting, an error, a panic, a signal), the terminal is as it was before; and it is given
//! back while the reader is stopped or an editor runs. The state is one flag for the process, because signals and
//! panics have no other way to it. Nothing here knows what is drawn.

use std::io::{self, BufWriter, Stdout, Write, stdout};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, DisableMouseCapture, EnableBracketedPaste, EnableFocusChange,
    EnableMouseCapture, KeyboardEnhancementFlags, PopKeyboardEnhancementFlags, PushKeyboardEnhancementFlags,
};
use ratatui::crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::crossterm::{cursor, queue};
use terminal_colorsaurus::{QueryOptions, ThemeMode, theme_mode};

/// What the reader draws on: one write for a frame.
pub type Screen = Terminal<CrosstermBackend<BufWriter<Stdout>>>;

/// Whether the terminal is ours.
static TAKEN: Mutex<bool> = Mutex::new(false);
/// Whether the mouse is to be ours when the terminal is.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// Holds the terminal until it is dropped.
#[derive(Debug)]
pub struct Guard(());

impl Guard {
    /// Takes the terminal: raw mode, alternate screen, bracketed paste, focus, and the mouse if `mouse`. A panic of
    /// this thread gives it back before its message is printed.
    ///
    /// Errors are those of the terminal.
    pub fn take(mouse: bool) -> io::Result<Self> {
        MOUSE.store(mouse, Ordering::Relaxed);
        restore_on_panic();
        take()?;
        Ok(Self(()))
    }

    /// A screen to draw on.
    pub fn screen(&self) -> io::Result<Screen> {
        Terminal::new(CrosstermBackend::new(BufWriter::with_capacity(1 << 16, stdout())))
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        restore();
    }
}

/// Asks for the mouse, or leaves it to the terminal.
pub fn set_mouse(on: bool) -> io::Result<()> {
    MOUSE.store(on, Ordering::Relaxed);
    let mut out = stdout();
    if on {
        queue!(out, EnableMouseCapture)?;
    } else {
        queue!(out, DisableMouseCapture)?;
    }
    out.flush()
}

/// The longest that the terminal may take to tell its ground.
const PATIENCE: Duration = Duration::from_millis(300);

/// The theme that suits the terminal's ground, `dark` or `light`; `None` when it does not answer in time. Asked for
/// only where somebody wishes it, and after the first frame, because it costs a round trip.
pub fn theme_of_ground() -> Option<&'static str> {
    let mut how = QueryOptions::default();
    how.timeout = PATIENCE;
    match theme_mode(how) {
        Ok(ThemeMode::Dark) => Some("dark"),
        Ok(ThemeMode::Light) => Some("light"),
        Err(_) => None,
    }
}

/// Takes the terminal; nothing happens when it is taken already.
pub fn take() -> io::Result<()> {
    let mut taken = TAKEN.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if *taken {
        return Ok(());
    }
    enable_raw_mode()?;
    *taken = true;
    let mut out = BufWriter::new(stdout());
    queue!(out, EnterAlternateScreen, EnableBracketedPaste, EnableFocusChange, cursor::Hide)?;
    if knows_keyboard_protocol() {
        // Asking first would cost a round trip; terminals that do not offer it ignore the sequence.
        queue!(out, PushKeyboardEnhancementFlags(KeyboardEnhancementFlags::DISAMBIGUATE_ESCAPE_CODES))?;
    }
    if MOUSE.load(Ordering::Relaxed) {
        queue!(out, EnableMouseCapture)?;
    }
    out.flush()
}

/// Gives the terminal back; nothing happens when it is not ours. What fails is left: there is nobody to tell.
pub fn restore() {
    let mut taken = TAKEN.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if !std::mem::take(&mut *taken) {
        return;
    }
    let mut out = BufWriter::new(stdout());
    if knows_keyboard_protocol() {
        let _ = queue!(out, PopKeyboardEnhancementFlags);
    }
    let _ = queue!(
        out,
        DisableMouseCapture,
        DisableFocusChange,
        DisableBracketedPaste,
        LeaveAlternateScreen,
        cursor::Show
    );
    let _ = out.flush();
    let _ = disable_raw_mode();
}

/// Takes the terminal anew if it was ours, after somebody else may have changed it.
pub fn retake() -> io::Result<()> {
    let ours = *TAKEN.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if ours {
        restore();
        take()?;
    }
    Ok(())
}

/// The console of Linux takes part of the sequence for an order of its own.
fn knows_keyboard_protocol() -> bool {
    std::env::var("TERM").is_ok_and(|term| term != "linux" && term != "dumb")
}

/// Gives the terminal back before the message of a panic is printed. Panics of other threads are caught where the
/// threads are started and told as news, so that they print nothing over the screen.
fn restore_on_panic() {
    let reader = std::thread::current().id();
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        let ours = *TAKEN.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if std::thread::current().id() == reader {
            restore();
            before(info);
        } else if !ours {
            before(info);
        }
    }));
}
