//! The rate book on the page: the snapshot picker, the Rates panel, the age of the rates.

use super::core::{asked, book, figure};
use super::problems::fixes_of;
use super::story::Story;
use crate::harness::Setup;
use pixelbill::rates::{Meter, Model, RateSnapshot, Tier};
use rust_decimal::Decimal;
use serde_json::json;

#[test]
fn an_older_snapshot_is_set_against_the_newest() {
    let base = "#requests=1000&model=gpt-image-2&size=1536x1024";
    let page = Story::open(base);
    let newest = book().newest().date;
    let dates = book()
        .snapshots
        .iter()
        .rev()
        .map(|snapshot| snapshot.date.in_words());
    assert_eq!(page.texts("#snapshot option"), dates.collect::<Vec<_>>());
    assert_eq!(page.text(".newest"), "");

    for snapshot in book()
        .snapshots
        .iter()
        .filter(|snapshot| snapshot.date != newest)
    {
        page.choose("#snapshot", &snapshot.date.to_string());
        let then = asked(&format!("{base}&rates={}", snapshot.date));
        page.expect_figure(&then);
        let mut now = then.clone();
        now.rates = newest;
        let said = match (figure(&then), figure(&now)) {
            (then, now) if then == now => "the same figure".to_owned(),
            (_, now) => now,
        };
        let words = format!("With the newest, of {}: {said}", newest.in_words());
        let told = page.text(".newest span");
        assert!(told.starts_with(&words), "{}: {told}", snapshot.date);
    }
    let oldest = book().snapshots[0].date;
    page.choose("#snapshot", &oldest.to_string());
    page.click_words("Re-price today");
    page.expect(base);
    assert_eq!(page.value("#snapshot"), newest.to_string());
    assert_eq!(page.text(".newest"), "");
}

#[test]
fn a_model_that_a_snapshot_does_not_know_has_a_way_out() {
    let page = Story::open("#requests=1000");
    let link = format!("#requests=1000&rates={}", book().snapshots[0].date);
    page.choose("#snapshot", &book().snapshots[0].date.to_string());
    page.expect(&link);
    assert_eq!(page.total(), "No price yet");
    let (words, mended) = fixes_of(&asked(&link)).remove(0);
    page.click_words(&words);
    page.expect_figure(&mended);
    assert_ne!(page.total(), "No price yet");
    assert_eq!(page.value("#snapshot"), mended.rates.to_string());
}

#[test]
fn the_rates_panel_shows_every_rate_with_its_source() {
    let page = Story::open("#requests=1000&model=gpt-image-2");
    assert!(
        !page.exists(".book"),
        "its rows are made when somebody asks"
    );
    let newest = book().newest();
    page.unfold(&format!("Rates of {}", newest.date.in_words()));
    page.wait_for(".book");
    assert_eq!(rows(&page), expected(newest, Tier::Standard));
    page.click_words("Batch API");
    page.wait_until("the other tier", |_| {
        rows(&page) == expected(newest, Tier::BatchApi)
    });
    assert_eq!(page.texts(".rates [aria-pressed=true]"), ["Batch API"]);
    assert_eq!(
        page.count(".glossary dt"),
        Meter::ALL.len() as u64,
        "each meter in words"
    );
    assert!(!page.exists(".changes"), "nothing is newer");

    let old = &book().snapshots[1];
    page.choose("#snapshot", &old.date.to_string());
    page.wait_for(".changes");
    assert_eq!(rows(&page), expected(old, Tier::BatchApi));
    page.click_words("Standard");
    page.wait_until("the first tier", |_| {
        rows(&page) == expected(old, Tier::Standard)
    });
    let later = book().snapshots.iter().skip(2);
    let changes = later.map(|snapshot| format!("{} {}", snapshot.date.in_words(), snapshot.note));
    assert_eq!(page.texts(".changes li"), changes.collect::<Vec<_>>());
    assert!(page.text(".rates").contains(old.note));
}

/// A model, and its cells: what each reads and where it links to.
type Row = (String, Vec<(String, String)>);

#[track_caller]
fn rows(page: &Story) -> Vec<Row> {
    let read = "const cell = (e) => {
            const link = e.querySelector('a');
            return link ? [link.innerText, link.href] : [e.innerText, ''];
        };
        return [...document.querySelectorAll('.book tbody tr')].map((row) =>
            [row.querySelector('th').innerText, [...row.querySelectorAll('td')].map(cell)])";
    page.list(read, json!([]))
}

fn expected(snapshot: &RateSnapshot, tier: Tier) -> Vec<Row> {
    let cells = |model: &Model| match model.on(tier) {
        Some(rates) => {
            let cell = |meter: &Meter| match rates.rate(*meter) {
                Some(rate) => (dollars(rate), rates.source.url.to_owned()),
                None => ("–".to_owned(), String::new()),
            };
            Meter::ALL.iter().map(cell).collect()
        }
        None => vec![(model.source.title.to_owned(), model.source.url.to_owned())],
    };
    let models = snapshot.image_models.iter();
    models
        .map(|model| (model.id.to_owned(), cells(model)))
        .collect()
}

/// At least two decimals, all that there are.
fn dollars(rate: Decimal) -> String {
    let mut rate = rate.normalize();
    rate.rescale(rate.scale().max(2));
    format!("${rate}")
}

#[test]
fn the_age_of_the_rates_stands_beside_the_figure() {
    let date = book().newest().date.in_words();
    for (day, words, old) in [
        ("2026-11-20", "today.", false),
        ("2026-12-20", "30 days old.", false),
        ("2026-12-21", "31 days old: look at the live prices", true),
    ] {
        let page = Story::of(Setup::default());
        page.before_scripts(&format!(
            "globalThis.Date = class extends Date {{
                constructor(...given) {{ given.length ? super(...given) : super('{day}T12:00'); }}
            }};"
        ));
        page.go("");
        let said = page.text(".age");
        assert!(
            said.starts_with(&format!("Priced with the rates of {date}, {words}")),
            "{day}: {said:?}"
        );
        assert_eq!(page.exists(".age.old"), old, "{day}");
        let live = page.attribute(".age a", "href").unwrap_or_default();
        assert!(
            live.starts_with("https://") && live.contains("openai.com"),
            "{live}"
        );
        assert!(page.text("body").contains("not affiliated with OpenAI"));
    }
}
