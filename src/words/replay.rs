//! Sentences about the merge.

use super::refusal;
use crate::merge::Effect;
use crate::report::{Reason, Refusal};

/// What became of one event.
pub(crate) fn replay_step(effect: Effect, linked: bool) -> String {
    let mut sentence = match effect {
        Effect::Created => "It becomes the record of the state.".to_owned(),
        Effect::Listed(list) => format!("It is added to {list}."),
        Effect::RecordKept => {
            "The state has its record already. In our reading this one counts as applied and changes nothing."
                .to_owned()
        }
        Effect::NoList => {
            "It counts as applied, but the state has no list for events of its type, in our reading.".to_owned()
        }
        Effect::Repeated => "It is the same event once more. In our reading it does not count again.".to_owned(),
        Effect::NotValid => {
            "It was not shown to be valid. In our reading it is listed as invalid and changes nothing else.".to_owned()
        }
        Effect::NoTime => "It has no time that can be ordered, so it was not applied.".to_owned(),
    };
    if linked && effect.applies() {
        sentence.push_str(
            " It supersedes or follows other events; what that means is not published, so it changes nothing further here.",
        );
    }
    sentence
}

/// What the merge as a whole gave. `why` says what keeps the rule from being known.
pub(crate) fn replay(events: usize, why: Option<&str>, same: Option<bool>) -> String {
    let counted = if events == 1 { "one event".to_owned() } else { format!("{events} events") };
    let compared = match same {
        Some(true) => "the state that the document states",
        Some(false) => "another state than the document states",
        None => "this state; the document states none to compare with",
    };
    match why {
        None => format!("Merging {counted} gives {compared}."),
        Some(why) => format!("In our reading of the merge, {counted} give {compared}. It is only a reading: {why}."),
    }
}

/// Why events were not merged in an order.
pub(crate) fn refusal_of_order(index: usize, events: usize) -> Refusal {
    let sentence = format!("Expected each of the {events} events once in the order {index}, found another list");
    refusal(&[], 0, Reason::ValueMismatch, &sentence, "Give the index of every event, from 0, in any order.")
}

/// Why there is nothing to merge.
pub(crate) fn refusal_of_no_events() -> Refusal {
    let sentence = "Expected a bundle or a list of events, found a document without events";
    refusal(&[], 0, Reason::ValueAbsent, sentence, "Take the whole bundle.")
}
