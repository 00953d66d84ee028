//! The parameters of a link as a scenario and a display. Never fails.

use super::Display;
use super::keys::{Key, MOST_PINS, Scope};
use super::percent_code::decode;
use super::set_aside::{SetAside, Why, shortened};
use super::values::{
    Refused, get_display, get_scenario, get_stage, reset_scenario, reset_stage, set_display,
    set_scenario, set_stage,
};
use crate::date::Date;
use crate::rates::RateBook;
use crate::scenario::{Scenario, Stage, bounds};

/// What a link said, and what of it was set aside.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// What is to be priced.
    pub scenario: Scenario,
    /// How it is to be shown.
    pub display: Display,
    /// Scenarios pinned beside it, each as the parameters of a link: at most [`MOST_PINS`].
    pub pins: Vec<String>,
    /// What was set aside, at most [`MOST_NOTICES`] and a last one that counts the rest.
    pub set_aside: Vec<SetAside>,
    /// Whether the link held any key of contract 1; otherwise the scenario is the example.
    pub given: bool,
}

/// So many things that were set aside are named one by one.
pub const MOST_NOTICES: usize = 20;

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
    pins: Vec<String>,
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
            pins: Vec::new(),
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
            Scope::Beside => self.pin(key, value),
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

    fn pin(&mut self, key: &'static Key, value: &str) {
        if value.is_empty() {
            self.aside(key.name, value, "none", Why::NotTaken(key.takes));
        } else if self.pins.len() < MOST_PINS {
            self.pins.push(value.to_owned());
        } else if !self.pins_overflow() {
            self.aside(key.name, value, "", Why::TooManyPins);
        }
    }

    /// Whether it was said already that there are too many pins.
    fn pins_overflow(&self) -> bool {
        let mut said = self.set_aside.iter();
        said.any(|(_, aside)| aside.why == Why::TooManyPins)
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
            pins: self.pins,
            set_aside: told.chain(more).collect(),
            given,
        }
    }
}
