//! The parameters of a link as a scenario and a display. Never fails.

use super::Display;
use super::keys::{Key, Scope};
use super::percent_code::decode;
use super::values::{
    Refused, get_display, get_scenario, get_stage, reset_scenario, reset_stage, set_display,
    set_scenario, set_stage,
};
use crate::date::Date;
use crate::rates::RateBook;
use crate::scenario::{Scenario, Stage, bounds};
use std::fmt;

/// What a link said, and what of it was set aside.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// What is to be priced.
    pub scenario: Scenario,
    /// How it is to be shown.
    pub display: Display,
    /// What was set aside, at most [`MOST_NOTICES`] and a last one that counts the rest.
    pub set_aside: Vec<SetAside>,
    /// Whether the link held any key of contract 1; otherwise the scenario is the example.
    pub given: bool,
}

/// So many things that were set aside are named one by one.
pub const MOST_NOTICES: usize = 20;

/// One part of a link that could not be taken as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// The key as it was given, shortened.
    pub key: String,
    /// The value as it was given, shortened.
    pub given: String,
    /// What stands instead; empty where nothing does.
    pub stands: String,
    /// Why.
    pub why: Why,
}

/// Why a part of a link was set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// No such key.
    UnknownKey,
    /// Outside the key's domain; what it takes.
    NotTaken(&'static str),
    /// Given before within the same stage: the last counts.
    Repeated,
    /// A date before the first snapshot or after the newest.
    OutOfRange,
    /// More stages than a scenario has.
    TooManyStages,
    /// So many more things were set aside.
    More(usize),
}

impl SetAside {
    /// `link.…`, as docs/codes.md lists it.
    pub const fn code(&self) -> &'static str {
        match self.why {
            Why::UnknownKey => "link.unknown_key",
            Why::NotTaken(_) => "link.bad_value",
            Why::Repeated => "link.repeated_key",
            Why::OutOfRange => "link.rates_out_of_range",
            Why::TooManyStages => "link.too_many_stages",
            Why::More(_) => "link.more",
        }
    }
}

impl fmt::Display for SetAside {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Self {
            key,
            given,
            stands,
            why,
        } = self;
        match why {
            Why::UnknownKey => write!(f, "{key} is not a key of these links; it is set aside."),
            Why::NotTaken(takes) => {
                write!(
                    f,
                    "{key}: “{given}” is not {takes}; {stands} stands instead."
                )
            }
            Why::Repeated => write!(
                f,
                "{key} is given more than once: the last, “{given}”, counts."
            ),
            Why::OutOfRange => {
                write!(
                    f,
                    "{key}: no rates are known for {given}; those of {stands} stand instead."
                )
            }
            Why::TooManyStages => {
                write!(
                    f,
                    "A scenario has at most {} stages; the others are set aside.",
                    bounds::STAGES
                )
            }
            Why::More(count) => write!(f, "{count} more parts of the link are set aside."),
        }
    }
}

/// Reads a link's query and fragment (with or without `?` and `#`). A fragment that holds any key
/// of contract 1 replaces the query as a whole; without a query its unknown keys are told, unless it
/// is an anchor.
pub fn read(book: &RateBook, query: &str, fragment: &str) -> Read {
    let anchor = !fragment.contains('=');
    let (fragment, query) = (pairs(fragment), pairs(query));
    let known = |pairs: &[(String, String)]| pairs.iter().any(|(key, _)| Key::find(key).is_some());
    let pairs = if known(&fragment) || (query.is_empty() && !anchor) {
        fragment
    } else {
        query
    };
    let mut reader = Reader::new(book);
    for (key, value) in &pairs {
        reader.take(key, value.trim());
    }
    reader.finish(known(&pairs))
}

/// Names (in lower case) and values, decoded.
fn pairs(text: &str) -> Vec<(String, String)> {
    let text = text.trim_start_matches(['#', '?']);
    let parts = text.split('&').filter(|part| !part.is_empty());
    parts
        .map(|part| part.split_once('=').unwrap_or((part, "")))
        .map(|(key, value)| (decode(key).trim().to_ascii_lowercase(), decode(value)))
        .collect()
}

struct Reader<'a> {
    book: &'a RateBook,
    scenario: Scenario,
    display: Display,
    /// Whether each stage said itself that it delivers.
    deliver: Vec<Option<bool>>,
    /// Keys that were given, of the scenario, the display and the present stage.
    seen: Vec<&'static str>,
    named: bool,
    overflow: bool,
    /// With the stage that was being read.
    set_aside: Vec<(usize, SetAside)>,
    /// Set aside beyond those that are named.
    more: usize,
}

impl<'a> Reader<'a> {
    fn new(book: &'a RateBook) -> Self {
        Self {
            book,
            scenario: Scenario::new(book.newest().date),
            display: Display::default(),
            deliver: vec![None],
            seen: Vec::new(),
            named: false,
            overflow: false,
            set_aside: Vec::new(),
            more: 0,
        }
    }

    fn take(&mut self, name: &str, value: &str) {
        let Some(key) = Key::find(name) else {
            return self.aside(name, value, "", Why::UnknownKey);
        };
        match key.scope {
            Scope::Scenario => self.whole(key, value),
            Scope::Display => self.display(key, value),
            Scope::Stage if key.name == "stage" => self.begin(key, value),
            Scope::Stage if self.overflow => {}
            Scope::Stage => self.stage(key, value),
        }
    }

    /// Whether the key stood before; says so once, in the place of what was said of it before.
    fn again(&mut self, key: &'static Key, value: &str) -> bool {
        let again = self.seen.contains(&key.name);
        if again {
            let now = self.scenario.stages.len();
            let here = |stage: usize| key.scope != Scope::Stage || stage == now;
            self.set_aside
                .retain(|(stage, aside)| aside.key != key.name || !here(*stage));
            self.aside(key.name, value, value, Why::Repeated);
        } else {
            self.seen.push(key.name);
        }
        again
    }

    fn whole(&mut self, key: &'static Key, value: &str) {
        if self.again(key, value) {
            reset_scenario(self.book, &mut self.scenario, key.name);
        }
        let taken = match key.name {
            "v" => (value == "1").then_some(()).ok_or(Refused),
            "rates" => self.rates(key, value),
            _ => set_scenario(&mut self.scenario, key.name, value),
        };
        if taken.is_err() {
            let stands = get_scenario(&self.scenario, key.name).unwrap_or_else(|| "none".into());
            self.aside(key.name, value, &stands, Why::NotTaken(key.takes));
        }
    }

    fn rates(&mut self, key: &'static Key, value: &str) -> Result<(), Refused> {
        let newest = self.book.newest().date;
        self.scenario.rates = newest;
        let date: Date = value.parse().map_err(|_| Refused)?;
        let first = self.book.snapshots[0].date;
        let stands = self
            .book
            .in_force(date)
            .map_or(first, |snapshot| snapshot.date);
        self.scenario.rates = stands;
        if date < first || date > newest {
            self.aside(key.name, value, &stands.to_string(), Why::OutOfRange);
        }
        Ok(())
    }

    fn display(&mut self, key: &'static Key, value: &str) {
        if self.again(key, value) {
            let text = get_display(&Display::default(), key.name);
            // A default is always taken.
            set_display(&mut self.display, key.name, &text).unwrap_or_default();
        }
        if set_display(&mut self.display, key.name, value).is_err() {
            let stands = get_display(&self.display, key.name);
            self.aside(key.name, value, &stands, Why::NotTaken(key.takes));
        }
    }

    /// The first `stage` names the first stage; each later one begins another.
    fn begin(&mut self, key: &'static Key, value: &str) {
        if self.named {
            if self.scenario.stages.len() == bounds::STAGES {
                if !self.overflow {
                    self.aside(key.name, value, "", Why::TooManyStages);
                }
                self.overflow = true;
                return;
            }
            self.scenario.stages.push(Stage::default());
            self.deliver.push(None);
            self.seen
                .retain(|seen| Key::find(seen).is_some_and(|key| key.scope != Scope::Stage));
        }
        self.named = true;
        self.set(key, value);
    }

    fn stage(&mut self, key: &'static Key, value: &str) {
        if self.again(key, value) {
            let book = self.book;
            reset_stage(book, self.last(), key.name);
            if let (Some(said), "deliver") = (self.deliver.last_mut(), key.name) {
                *said = None;
            }
        }
        self.set(key, value);
    }

    fn set(&mut self, key: &'static Key, value: &str) {
        let book = self.book;
        if set_stage(book, self.last(), key.name, value).is_err() {
            let stands = get_stage(self.last(), key.name).unwrap_or_else(|| "none".into());
            self.aside(key.name, value, &stands, Why::NotTaken(key.takes));
        } else if key.name == "deliver" {
            let deliver = self.last().deliver;
            if let Some(said) = self.deliver.last_mut() {
                *said = Some(deliver);
            }
        }
    }

    /// The stage being read; there is always one.
    fn last(&mut self) -> &mut Stage {
        let last = self.scenario.stages.len() - 1;
        &mut self.scenario.stages[last]
    }

    fn aside(&mut self, key: &str, given: &str, stands: &str, why: Why) {
        if self.set_aside.len() == MOST_NOTICES {
            self.more += 1;
            return;
        }
        let aside = SetAside {
            key: shortened(key),
            given: shortened(given),
            stands: shortened(stands),
            why,
        };
        self.set_aside.push((self.scenario.stages.len(), aside));
    }

    fn finish(mut self, given: bool) -> Read {
        let delivering = self.scenario.default_delivering();
        for (index, said) in self.deliver.iter().enumerate() {
            self.scenario.stages[index].deliver = said.unwrap_or(delivering == Some(index));
        }
        if !given {
            self.scenario = Scenario::example(self.book.newest().date);
        }
        let more = (self.more > 0).then(|| SetAside {
            key: String::new(),
            given: String::new(),
            stands: String::new(),
            why: Why::More(self.more),
        });
        let told = self.set_aside.into_iter().map(|(_, aside)| aside);
        Read {
            scenario: self.scenario,
            display: self.display,
            set_aside: told.chain(more).collect(),
            given,
        }
    }
}

/// What was given, short enough for a sentence.
fn shortened(text: &str) -> String {
    const MOST: usize = 40;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    text.chars().take(MOST - 1).chain(['…']).collect()
}

/// Changes one key of one stage, or of the whole scenario; an empty value is the default.
///
/// # Errors
/// The value is outside the key's domain; the scenario is unchanged.
pub(super) fn change(
    book: &RateBook,
    scenario: &mut Scenario,
    stage: usize,
    name: &str,
    value: &str,
) -> Result<(), SetAside> {
    let refused = |takes: &'static str| SetAside {
        key: shortened(name),
        given: shortened(value),
        stands: String::new(),
        why: Why::NotTaken(takes),
    };
    let key = Key::find(name).ok_or(refused("a key of these links"))?;
    let asked = scenario
        .stages
        .get_mut(stage)
        .ok_or(refused("of a stage that is there"))?;
    let taken = match (key.scope, key.name) {
        (Scope::Stage, _) if value.is_empty() => {
            reset_stage(book, asked, key.name);
            Ok(())
        }
        (Scope::Stage, _) => set_stage(book, asked, key.name, value),
        (Scope::Scenario, _) if value.is_empty() => {
            reset_scenario(book, scenario, key.name);
            Ok(())
        }
        (_, "rates") => match value.parse().ok().and_then(|date| book.in_force(date)) {
            Some(snapshot) => {
                scenario.rates = snapshot.date;
                Ok(())
            }
            None => Err(Refused),
        },
        (_, name) => set_scenario(scenario, name, value),
    };
    taken.map_err(|Refused| refused(key.takes))
}
