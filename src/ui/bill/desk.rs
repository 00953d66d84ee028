//! What lies on the desk: the pasted text, what was read of it, and what it comes to.
//!
//! Made once for the page, so that a change of view loses nothing. What was read stays until
//! something readable is pasted, or the field is emptied.

use crate::rates::{BillingRule, SideTable};
use crate::scenario::{Scenario, Stage};
use crate::ui::state::State;
use crate::usage::{Bill, Charge, Comparer, Comparison, Inputs, Pasted, Record, Terms, charge};
use leptos::prelude::*;
use std::sync::Arc;

/// So many records are shown one by one.
pub const SHOWN: usize = 20;

/// Text up to this length is read at each change of the field.
const AT_ONCE: usize = 200_000;

/// The signals of the view.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The page's state.
    pub state: State,
    /// The text in the field.
    pub text: RwSignal<String>,
    /// What was last read of it, good or bad.
    pub latest: RwSignal<Arc<Pasted>>,
    /// What the bill is made of.
    pub pasted: RwSignal<Arc<Pasted>>,
    /// Whether requests carried images.
    pub inputs: RwSignal<Inputs>,
    /// Whether the contract replaces OpenAI's rates.
    pub contract: RwSignal<bool>,
    /// The text model of records that name none, where the stage has none.
    pub driver: RwSignal<Option<&'static str>>,
    /// Images that came, where a person says so.
    pub delivered: RwSignal<Option<u32>>,
    /// Images that were kept.
    pub kept: RwSignal<Option<u32>>,
    /// What it comes to.
    pub account: Memo<Arc<Account>>,
    pending: StoredValue<Option<TimeoutHandle>, LocalStorage>,
}

/// What the records come to.
#[derive(Default)]
pub struct Account {
    /// All of them.
    pub bill: Bill,
    /// The first of them, with their charges.
    pub shown: Vec<(Record, Charge)>,
    /// Against the estimate of the stage; none where it cannot be priced.
    pub comparison: Option<Comparison>,
}

impl Desk {
    /// An empty desk.
    pub fn new(state: State) -> Self {
        let pasted = RwSignal::new(Arc::new(Pasted::default()));
        let inputs = RwSignal::new(Inputs::Unknown);
        let contract = RwSignal::new(false);
        let driver = RwSignal::new(None);
        let made = move |_: Option<&Arc<Account>>| {
            let under = (inputs.get(), contract.get(), driver.get());
            let sound = state.estimate.with(|estimate| estimate.totals.is_some());
            pasted.with(|pasted| {
                with_terms(state, under, |terms| {
                    Arc::new(account(terms, pasted, sound))
                })
            })
        };
        Self {
            state,
            text: RwSignal::new(String::new()),
            latest: RwSignal::new(Arc::new(Pasted::default())),
            pasted,
            inputs,
            contract,
            driver,
            delivered: RwSignal::new(None),
            kept: RwSignal::new(None),
            account: Memo::new_with_compare(made, |_, _| true),
            pending: StoredValue::new_local(None),
        }
    }

    /// Takes a text; a long one when typing pauses.
    pub fn take(self, text: String) {
        if let Some(pending) = self.pending.try_update_value(Option::take).flatten() {
            pending.clear();
        }
        let at_once = text.len() <= AT_ONCE;
        self.text.set(text);
        if at_once {
            return self.read();
        }
        let pause = std::time::Duration::from_millis(250);
        let later = set_timeout_with_handle(move || self.read(), pause).ok();
        self.pending.set_value(later);
    }

    fn read(self) {
        let latest = Arc::new(self.text.with_untracked(|text| Pasted::of(text)));
        if !latest.is_bad() {
            self.pasted.set(Arc::clone(&latest));
            self.delivered.set(None);
            self.kept.set(None);
        }
        self.latest.set(latest);
    }

    /// Whether nothing has been read.
    pub fn is_empty(self) -> bool {
        self.pasted.with(|pasted| pasted.records.is_empty())
    }

    /// Runs with the terms in force.
    pub fn with_terms<T>(self, run: impl Fn(&Terms) -> T) -> T {
        let under = (self.inputs.get(), self.contract.get(), self.driver.get());
        with_terms(self.state, under, run)
    }

    /// Images of a request that does not say how many came: the stage's.
    pub fn images_of_silent(self) -> u64 {
        self.state.asked(|stage| stage.n).into()
    }

    /// Images that came.
    pub fn images(self) -> u64 {
        let said = self.account.get().bill.delivered(self.images_of_silent());
        self.delivered.get().map_or(said, u64::from)
    }
}

/// The contract whose figures the rate book has.
pub fn contract() -> Option<&'static BillingRule> {
    SideTable::embedded().billing.first()
}

fn with_terms<T>(
    state: State,
    (inputs, contract, driver): (Inputs, bool, Option<&'static str>),
    run: impl Fn(&Terms) -> T,
) -> T {
    let snapshot = state.snapshot();
    state.workspace.with(|now| {
        let scenario: &Scenario = &now.scenario;
        let stage = Stage {
            driver: now.asked().driver.or(driver),
            ..now.asked().clone()
        };
        run(&Terms {
            book: state.book,
            snapshot,
            scenario,
            stage: &stage,
            inputs,
            rule: if contract { self::contract() } else { None },
        })
    })
}

fn account(terms: &Terms, pasted: &Pasted, sound: bool) -> Account {
    let mut account = Account::default();
    let mut comparer = Comparer::new(terms);
    for record in &pasted.records {
        let charged = charge(terms, record);
        account.bill.add(record, &charged);
        if sound {
            comparer.add(record, &charged);
        }
        if account.shown.len() < SHOWN {
            account.shown.push((record.clone(), charged));
        }
    }
    account.comparison = sound.then(|| comparer.finish());
    account
}
