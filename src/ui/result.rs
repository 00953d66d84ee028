//! What it costs: the total, what it comes to an image, and what can be done with it.

use super::browser::{address, clipboard, clock, page};
use super::calm::Calm;
use super::dom::{El, button, effect, el, fold, jump, texts};
use super::state::State;
use super::{late, lines, newest, notes};
use crate::date::Date;
use crate::estimate::Totals;
use crate::link;
use crate::money::grouped;
use crate::rates::Basis;
use leptos::prelude::*;
use rust_decimal::Decimal;
use std::cell::RefCell;
use std::time::Duration;

/// After so many days the page asks to look at the live price page.
pub const OLD_AFTER_DAYS: i32 = 30;

/// OpenAI's price page.
const PRICE_PAGE: &str = "https://developers.openai.com/api/docs/pricing";

/// How long a button says that it copied, or shows the text to be copied by hand.
const COPIED_FOR: Duration = Duration::from_secs(8);

/// A screen reader hears the total after a pause of this length, not at each step of a slider.
pub const CALM: Duration = Duration::from_millis(900);

/// The right column.
pub fn result(state: State) -> El {
    el("section", "cost")
        .attr("id", "cost")
        .attr("aria-label", "What it costs")
        .child(notes::set_aside(state))
        .children(headline(state))
        .child(notes::problems(state))
        .children(lines::breakdown(state))
        .child(notes::notices(state))
        .children(age(state))
        .children(actions(state))
        .child(cheaper(state))
}

fn totals(state: State) -> Option<Totals> {
    state.estimate.with(|estimate| estimate.totals)
}

/// Cheaper ways, which come with the whole program; the lean one has their heading.
pub fn cheaper(state: State) -> El {
    let heading = el("summary", "").text("Cheaper ways");
    late::inside(fold("minor", heading), "cheaper", |fold| {
        #[cfg(feature = "whole")]
        let fold = fold.attr("open", "").child(super::explore::ways(state));
        #[cfg(not(feature = "whole"))]
        let _ = state;
        fold
    })
}

fn headline(state: State) -> [El; 3] {
    let class = move || {
        String::from(match totals(state) {
            None => "total none",
            Some(totals) if totals.total.is_point() => "total",
            Some(_) => "total interval",
        })
    };
    let total = el("output", "")
        .attr("data-total", "")
        .attr("aria-live", "off");
    let [each_image, exactly, basis] = ["span", "p", "p"].map(|tag| el(tag, ""));
    let slots = [&total, &each_image, &exactly, &basis].map(El::slot);
    texts(slots.into(), move || words(totals(state)).into());
    let exact = fold("exact", el("summary", "").text("Exact figure"))
        .child(exactly)
        .child(basis);
    [
        el("p", "").live_attr("class", class).child(total),
        el("div", "per").child(each_image).child(exact),
        spoken(state),
    ]
}

/// The total, what it comes to an image, the exact figure and how far it can be trusted.
fn words(totals: Option<Totals>) -> [String; 4] {
    let basis = totals.and_then(|totals| totals.basis);
    [
        figure_of(totals),
        totals.map(each).unwrap_or_default(),
        totals.map(exact).unwrap_or_default(),
        basis.map_or("", basis_words).into(),
    ]
}

/// The total in words.
pub fn figure_of(totals: Option<Totals>) -> String {
    totals.map_or_else(
        || String::from("No price yet"),
        |totals| totals.total.in_words(),
    )
}

fn figure(state: State) -> String {
    figure_of(totals(state))
}

/// `1,000 images · $0.01345 each`.
pub fn each(totals: Totals) -> String {
    let count = totals.images.high;
    let unit = if count == Decimal::ONE {
        "image"
    } else {
        "images"
    };
    let images = grouped(count.round_dp(1));
    let each = totals
        .per_image
        .map(|each| format!(" · {} each", each.each_in_words()));
    format!("{images} {unit}{}", each.unwrap_or_default())
}

fn exact(totals: Totals) -> String {
    let (low, high) = (grouped(totals.total.low.0), grouped(totals.total.high.0));
    if low == high {
        format!("${low}")
    } else {
        format!("${low} to ${high}")
    }
}

/// How far a figure can be trusted, in a sentence.
pub const fn basis_words(basis: Basis) -> &'static str {
    match basis {
        Basis::Given => "Rests on your own numbers.",
        Basis::Official => "Rests on figures that OpenAI prints.",
        Basis::Calculator => "Rests on what OpenAI’s own calculator computes, as read by others.",
        Basis::Measured => "Rests on counts measured on real bills or responses.",
        Basis::Community => "Rests on counts that one person or a few reported.",
        Basis::Assumed => "Rests on an assumption from a neighbouring model.",
    }
}

/// What a screen reader hears: the total, once it stands still.
pub fn spoken(state: State) -> El {
    let heard = el("p", "unseen").attr("aria-live", "polite");
    let slot = heard.slot();
    let said = RefCell::new(String::new());
    let calm = Calm::new(CALM, move || {
        let now = untrack(|| figure(state));
        if *said.borrow() != now {
            slot.set_data(&now);
            said.replace(now);
        }
    });
    effect(move || {
        state.estimate.track();
        calm.ask();
    });
    heard
}

/// The age of the rates, and where the live ones stand.
pub fn age(state: State) -> [El; 2] {
    let today = clock::today();
    let days = move || {
        let date = state.snapshot().date;
        (date, today.map_or(0, |today| date.days_until(today)))
    };
    let words = move || {
        let (date, days) = days();
        age_words(date, days)
    };
    let class = move || {
        String::from(if days().1 > OLD_AFTER_DAYS {
            "age old"
        } else {
            "age"
        })
    };
    let live_page = el("a", "")
        .attr("href", PRICE_PAGE)
        .attr("target", "_blank")
        .attr("rel", "noreferrer")
        .text("OpenAI’s price page");
    let age = el("p", "")
        .live_attr("class", class)
        .live(words)
        .text(" ")
        .child(live_page);
    [
        age.text(" · USD, before tax."),
        newest::against_newest(state),
    ]
}

fn age_words(date: Date, days: i32) -> String {
    let age = match days {
        i32::MIN..=0 => String::from("today."),
        1 => String::from("1 day old."),
        2..=OLD_AFTER_DAYS => format!("{days} days old."),
        _ => format!("{days} days old: look at the live prices before you spend."),
    };
    format!("Priced with the rates of {}, {age}", date.in_words())
}

/// The link to the estimate as it is now, without how it is shown.
fn link_now(state: State) -> String {
    let parameters = state
        .workspace
        .with_untracked(|now| link::write(&now.scenario));
    format!("{}#{parameters}", address::site())
}

pub fn actions(state: State) -> [El; 2] {
    let by_hand = RwSignal::new(None::<String>);
    let link = Callback::new(move |()| link_now(state));
    let row = el("div", "actions")
        .child(copy_button("Copy link", link, by_hand).attr("id", "copy-link"))
        .child(button("", "Export", || late::go_to("share")))
        .child(button("", "Print", page::print));
    [row, shown_by_hand(by_hand)]
}

/// The text to be copied by hand, where the browser refused.
pub fn shown_by_hand(by_hand: RwSignal<Option<String>>) -> El {
    let shown = move || {
        by_hand
            .get()
            .map_or_else(Vec::new, |text| copy_by_hand(&text))
    };
    el("div", "by-hand").fill(shown)
}

fn copy_by_hand(text: &str) -> Vec<El> {
    let area = el("textarea", "")
        .attr("readonly", "")
        .attr("rows", "3")
        .text(text);
    vec![
        el("label", "")
            .text("The browser did not allow copying. Copy this by hand:")
            .child(area),
    ]
}

/// A button that copies a text; where the browser refuses, the text is shown.
pub fn copy_button(
    name: &'static str,
    text: Callback<(), String>,
    by_hand: RwSignal<Option<String>>,
) -> El {
    let copied = RwSignal::new(false);
    let copy = move || {
        let text = text.run(());
        clipboard::copy(text.clone(), move |done| {
            copied.set(done);
            by_hand.set((!done).then_some(text));
            set_timeout(move || copied.set(false), COPIED_FOR);
        });
    };
    let label = move || String::from(if copied.get() { "Copied" } else { name });
    button("", "", copy).live(label)
}

/// On a phone the total stays in sight.
pub fn bottom_bar(state: State) -> El {
    let each = |totals: Option<Totals>| match totals.and_then(|totals| totals.per_image) {
        Some(each) => format!("{} an image", each.each_in_words()),
        None => String::new(),
    };
    let (total, image) = (el("strong", ""), el("span", ""));
    texts(vec![total.slot(), image.slot()], move || {
        let totals = totals(state);
        vec![figure_of(totals), each(totals)]
    });
    el("div", "bottom-bar")
        .attr("aria-hidden", "true")
        .child(total)
        .child(image)
        .child(jump("cost", "Details").attr("tabindex", "-1"))
}
