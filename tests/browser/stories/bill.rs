//! The view Bill: pasted usage, what it cost, and why that is not the estimate.

use super::core::{asked, book, snapshot};
use super::story::Story;
use pixelbill::export::bill_json;
use pixelbill::money::UsdRange;
use pixelbill::rates::SideTable;
use pixelbill::usage::{Bill, Comparer, Comparison, Inputs, Pasted, Terms, charge};
use serde_json::{Value, json};

const LINK: &str = "#model=gpt-image-2.5-flare&size=1024x1024&quality=low&prompt=8&view=bill";

/// Observed: an edit with one 512x512 image.
const EDIT: &str = r#"{"usage":{"input_tokens":1053,"input_tokens_details":{"image_tokens":1024,"text_tokens":29},"output_tokens":196,"output_tokens_details":{"image_tokens":196,"text_tokens":0},"total_tokens":1249}}"#;

/// Runs with the terms that the page has for a link.
fn under<T>(link: &str, change: impl Fn(&mut Terms), run: impl Fn(&Terms) -> T) -> T {
    let scenario = asked(link);
    let mut terms = Terms {
        book: book(),
        snapshot: snapshot(&scenario),
        scenario: &scenario,
        stage: &scenario.stages[0],
        inputs: Inputs::Unknown,
        rule: None,
    };
    change(&mut terms);
    run(&terms)
}

/// The bill of a text, and its comparison with the estimate.
fn billed(link: &str, text: &str, change: impl Fn(&mut Terms)) -> (Bill, Comparison) {
    let records = Pasted::of(text).records;
    under(link, change, |terms| {
        let (mut bill, mut comparer) = (Bill::default(), Comparer::new(terms));
        for record in &records {
            let charged = charge(terms, record);
            bill.add(record, &charged);
            comparer.add(record, &charged);
        }
        (bill, comparer.finish())
    })
}

fn total(link: &str, text: &str) -> String {
    billed(link, text, |_| {}).0.total().in_words()
}

/// Pastes a text and waits for its figure.
#[track_caller]
fn paste(page: &Story, text: &str, figure: &str) {
    page.paste_into("#usage", text);
    page.wait_for_words("[data-billed]", figure);
}

#[test]
fn usage_is_priced_line_by_line() {
    let page = Story::open(LINK);
    page.wait_for_words("[data-billed]", "No bill yet");
    paste(&page, EDIT, &total(LINK, EDIT));
    let (bill, _) = billed(LINK, EDIT, |_| {});
    assert_eq!(page.count(".billed .line"), bill.lines.len() as u64);
    for (at, line) in bill.lines.iter().enumerate() {
        let css = format!(".billed .line:nth-of-type({})", at + 1);
        assert!(page.text(&format!("{css} .count")).starts_with(&{
            let tokens = pixelbill::money::grouped(line.tokens.into());
            format!("{tokens} tokens")
        }));
        page.click(&format!("{css} summary"));
        let source = line.source.expect("the rate has a source").title;
        page.wait_for_words(&format!("{css} .arithmetic"), source);
    }
}

#[test]
fn causes_stand_with_their_amounts() {
    let page = Story::open(LINK);
    paste(&page, EDIT, &total(LINK, EDIT));
    let (_, comparison) = billed(LINK, EDIT, |_| {});
    let shown: Vec<String> = page.list(
        "return [...document.querySelectorAll('[data-cause]')].map((e) => e.dataset.cause)",
        json!([]),
    );
    let known: Vec<&str> = comparison.causes.iter().map(|it| it.kind.code()).collect();
    assert_eq!(shown, known);
    assert!(known.contains(&"refs"), "{known:?}");
    let sums = page.text(".difference .ledger");
    for part in [comparison.estimate, comparison.billed] {
        assert!(sums.contains(&part.in_words()), "{sums}");
    }
}

/// A bad paste names its place, and takes nothing away.
#[test]
fn what_was_on_screen_stays_when_a_paste_is_bad() {
    let page = Story::open(LINK);
    let figure = total(LINK, EDIT);
    paste(&page, EDIT, &figure);
    for bad in [
        "{\"usage\": {\"output_tokens\": 19",
        "<!doctype html><html><body>502 Bad Gateway</body></html>",
        "{\"output_tokens\": \"196\"}",
        "{\"output_tokens\": 1e309}",
        "{\"output_tokens\": 1, \"output_tokens\": 2}",
        "nothing of the kind",
        "[1, 2, 3]",
    ] {
        page.paste_into("#usage", bad);
        let problem = Pasted::of(bad).problems[0].to_string();
        page.wait_for_words("#usage-problems", &problem);
        assert!(page.text("#usage-problems").contains("stays as it was"));
        assert_eq!(page.text("[data-billed]"), figure, "{bad}");
        assert_eq!(
            page.attribute("#usage", "aria-invalid").as_deref(),
            Some("true")
        );
        assert_eq!(page.value("#usage"), bad, "what was pasted stays too");
    }
    page.click_words("Clear");
    page.wait_for_words("[data-billed]", "No bill yet");
    assert_eq!(page.text("#usage-problems"), "");
}

#[test]
fn many_records_missing_ones_and_failed_ones() {
    let text = format!(
        "{EDIT}\n{EDIT}\n{{\"created\":1,\"data\":[{{}}]}}\n\
         {{\"error\":{{\"code\":\"moderation_blocked\",\"message\":\"no\"}}}}\n{{\"output_tokens\": }}"
    );
    let page = Story::open(LINK);
    paste(&page, &text, &total(LINK, &text));
    let (bill, comparison) = billed(LINK, &text, |_| {});
    assert_eq!((bill.records, bill.unbillable, bill.failed), (4, 2, 1));
    page.wait_for_words("#usage-problems", "Line 5, column 19");
    page.wait_for_words(
        ".paste .notices",
        "Line 4, column 1: expected a finished answer",
    );
    let flag = page.text(".unbillable");
    assert!(flag.contains("unbillable until reconciled"), "{flag}");
    assert!(flag.contains(&comparison.stands_in.in_words()), "{flag}");
    assert!(flag.contains("It is an estimate, not a bill."), "{flag}");
    assert_eq!(page.count(".record"), 4);
    assert_eq!(page.text("[data-tried=tried] dd"), "4");
    assert_eq!(page.text("[data-tried=failed] dd"), "1");
    // Two usages over one kept image.
    page.type_into("#kept", "1");
    let each = |usd: Option<UsdRange>| usd.expect("some were kept").each_in_words();
    page.wait_for_words("[data-tried=kept] dd", &each(bill.per_asset(1)));
    page.type_into("#came", "8");
    page.wait_for_words("[data-tried=came] dd", &each(bill.per_asset(8)));
}

#[test]
fn the_contract_is_offered_by_name() {
    let rule = &SideTable::embedded().billing[0];
    let page = Story::open(LINK);
    paste(&page, EDIT, &total(LINK, EDIT));
    page.choose("#bill-rule", rule.name);
    let (bill, _) = billed(LINK, EDIT, |terms| terms.rule = Some(rule));
    page.wait_for_words("[data-billed]", &bill.total().in_words());
    assert!(!page.text("[data-cause=contract]").is_empty());
    page.choose("#bill-rule", "");
    page.wait_for_words("[data-billed]", &total(LINK, EDIT));
}

/// The driver's lines apart from the image model's, once the text model is named.
#[test]
fn two_models_are_two_budgets() {
    let text = r#"{"usage":{"input_tokens":1732,"output_tokens":121},"tool_usage":{"image_gen":{"input_tokens":108,"input_tokens_details":{"image_tokens":0,"text_tokens":108},"output_tokens":1756}}}"#;
    let page = Story::open(LINK);
    paste(&page, text, &total(LINK, text));
    assert!(page.text(".cost .flags").contains("Choose the text model."));
    page.choose("#bill-driver", "gpt-5.4");
    let with_driver = LINK.replace("#", "#driver=gpt-5.4&");
    page.wait_for_words("[data-billed]", &total(&with_driver, text));
    let heads = page.texts(".billed .whose");
    assert!(
        heads[0].starts_with("Image model · gpt-image-2.5-flare"),
        "{heads:?}"
    );
    assert!(heads[1].starts_with("Text model · gpt-5.4"), "{heads:?}");
    assert_eq!(page.text(".cost .flags"), "");
}

#[test]
fn a_change_of_view_loses_nothing() {
    let page = Story::open(LINK);
    let figure = total(LINK, EDIT);
    paste(&page, EDIT, &figure);
    page.click_words("Price");
    page.wait_for("[data-total]");
    page.click_words("Bill");
    page.wait_for_words("[data-billed]", &figure);
    assert_eq!(page.value("#usage"), EDIT);
}

#[test]
fn the_export_holds_what_was_pasted() {
    let page = Story::open(LINK);
    page.allow_clipboard();
    paste(&page, EDIT, &total(LINK, EDIT));
    page.click("#copy-bill");
    page.wait_for_words("#copy-bill", "Copied");
    let copied = page.script("return navigator.clipboard.readText()");
    let copied = copied.as_str().expect("text was copied");
    let records = Pasted::of(EDIT).records;
    let expected = under(
        LINK,
        |_| {},
        |terms| {
            let mut bill = Bill::default();
            let charged = records.iter().map(|record| {
                let charged = charge(terms, record);
                bill.add(record, &charged);
                (record.clone(), charged)
            });
            let charged: Vec<_> = charged.collect();
            bill_json(terms, &bill, &charged)
        },
    );
    assert_eq!(copied, expected);
    let read: Value = serde_json::from_str(copied).expect("it is JSON");
    let pasted: Value = serde_json::from_str(EDIT).expect("so is this");
    assert_eq!(read["records"][0]["pasted"], pasted);
    let watch = "window.saved = [];
        HTMLAnchorElement.prototype.click = function () { window.saved.push(this.download); };";
    page.script(watch);
    page.click("#download-bill");
    assert_eq!(
        page.script("return window.saved"),
        json!(["pixelbill-bill.json"])
    );
}

/// Ten megabytes with an image in it are read; only its usage is kept.
#[test]
fn a_response_of_megabytes() {
    let page = Story::open(LINK);
    let fill = "const field = document.querySelector('#usage');
        field.value = '{\"created\":1,\"data\":[{\"b64_json\":\"' + 'A'.repeat(arguments[0])
            + '\"}],\"usage\":{\"output_tokens\":196}}';
        field.dispatchEvent(new Event('input', { bubbles: true }));";
    page.script_with(fill, json!([10 * 1024 * 1024]));
    page.wait_for_words(
        "[data-billed]",
        &total(LINK, r#"{"usage":{"output_tokens":196}}"#),
    );
    page.script_with(
        "const field = document.querySelector('#usage');
         field.value = 'x'.repeat(arguments[0]);
         field.dispatchEvent(new Event('input', { bubbles: true }));",
        json!([10 * 1024 * 1024]),
    );
    page.wait_for_words("#usage-problems", "is no JSON object");
    page.wait_for_words("#usage-problems", "stays as it was");
}

#[test]
fn it_fits_a_phone() {
    let page = Story::sized(360, 740, LINK);
    paste(&page, EDIT, &total(LINK, EDIT));
    assert!(!page.overflows_sideways());
    page.paste_into("#usage", &"x".repeat(400));
    page.wait_for_words("#usage-problems", "is no JSON object");
    assert!(!page.overflows_sideways());
}
