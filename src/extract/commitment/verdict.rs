//! Whether an act under a cue commits, and how firmly.

use super::super::Strength;
use super::super::lexicon::{Cue, CueForm, classes as c};
use super::act::Act;
use super::subject::Kind;

/// Under what circumstances the act stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    /// What the subject is.
    pub(super) subject: Kind,
    /// Whether the subject is shared with a verb before, or stands elsewhere.
    pub(super) by_name: bool,
    /// Whether the clause is reported speech.
    pub(super) reported: bool,
    /// Whether somebody promises that it will be so.
    pub(super) promised: bool,
    /// Whether the promise is an agreement or decision, which lets things come about.
    pub(super) agreed: bool,
    /// Whether the subject is persons, who travel without committing themselves.
    pub(super) traveller: bool,
    /// Whether the subject is "it", of which the text does not tell whom it means.
    pub(super) vague: bool,
}

/// The strength of `act` under `cue`; `None` when nobody commits himself.
pub(super) fn of(cue: &Cue, act: &Act, setting: Setting) -> Option<Strength> {
    let strength = cue.act?;
    let strength = if cue.name == "would" && setting.reported { Strength::Firm } else { strength };
    let class = act.class;
    if !binds(cue, act, setting) {
        return None;
    }
    let moves = act.moves && !setting.traveller && cue.form == CueForm::Modal;
    let meets = class & (c::MEET | c::AGENDA) != 0 && class & c::ACT == 0 && !moves;
    // "Will not discuss sovereignty" refuses an act; "will not meet" only tells of no meeting.
    let refuses = act.negative && class & c::AGENDA != 0 && cue.form == CueForm::Modal;
    let kept = refuses || cue.keeps && (class & c::MEET == 0 || act.goes_on);
    if meets && !kept {
        return None;
    }
    if class & c::SAY_AGAIN != 0 && class & c::ACT == 0 && !act.goes_on {
        return None;
    }
    if act.upholds && cue.act == Some(Strength::Intended) && cue.value == Some(Strength::Principle) {
        return Some(Strength::Principle);
    }
    if setting.subject == Kind::Drill {
        return (cue.form == CueForm::State).then_some(strength);
    }
    if class & c::STAY != 0 && class & c::ACT == 0 {
        return (cue.form != CueForm::Modal || act.goes_on).then_some(Strength::Principle);
    }
    if class & c::BEFALL != 0 && class & c::ACT == 0 && !cue.keeps {
        return None;
    }
    let weaker = match class {
        _ if cue.binds => strength,
        _ if class & c::EXPLORE != 0 => Strength::Considered,
        _ if class & c::TRY != 0 => Strength::Intended,
        _ => strength,
    };
    Some(strength.max(weaker))
}

/// Whether the subject can bind itself, or somebody stands behind it.
fn binds(cue: &Cue, act: &Act, setting: Setting) -> bool {
    let modal = matches!(cue.form, CueForm::Modal | CueForm::State);
    if act.passive && modal {
        let undertaken = act.class & c::ACT != 0 && act.class & c::DISCLOSE == 0;
        return undertaken
            && match setting.subject {
                Kind::Event | Kind::Drill => false,
                Kind::Actor => !setting.by_name,
                Kind::Instrument | Kind::Thing => true,
            };
    }
    match setting.subject {
        Kind::Actor => !setting.vague || act.class != 0,
        Kind::Instrument => act.class & c::CONCRETE != 0 && modal || setting.promised || cue.patient,
        Kind::Thing => setting.promised,
        Kind::Event => setting.agreed,
        Kind::Drill => act.class & c::STAY != 0 && act.class & c::BEFALL == 0 || setting.agreed,
    }
}
