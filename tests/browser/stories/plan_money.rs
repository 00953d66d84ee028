//! The view Plan: figures with their arithmetic, the budget, problems, the worksheet, and links of
//! five full stages. Each figure is asked of the core.

use super::core::{asked, book, estimated, figure, fragment};
use super::plan::{LAUNCH, open, stands, unfold};
use super::problems::fixes_of;
use super::story::Story;
use crate::acts::key;
use pixelbill::budget::{
    self, Arithmetic, limit_line, per_accepted_image, per_use, plans, qualities, suggestion,
    thrown_away, whole_plan,
};
use pixelbill::estimate::Estimate;
use pixelbill::link;
use pixelbill::money::{Usd, shown_ranges};
use pixelbill::presets::all_at_final;
use pixelbill::scenario::Scenario;
use pixelbill::worksheet::worksheet;
use serde_json::json;

/// Every key of a stage somewhere, within its domain, and no problem.
const FIVE: &str = "v=1&rates=2026-11-20&markup=12.5&residency=1&budget=2500.5&per=month&uses=3\
    &stage=Boards%20%26%20moods&deliver=0&model=gpt-image-2&size=1024x1024&quality=low&requests=200\
    &n=4&prompt=120&background=opaque&format=webp&retries=2.5&tries=3&blocked=1.25\
    &stage=Edits&deliver=0&model=gpt-image-1.5&size=1024x1536&quality=medium&requests=60&task=edit\
    &refs=1024x1024*3,512x768&fidelity=high&mask=1&own.image_output=21.5&own.text_input=4\
    &stage=Talk&deliver=1&model=gpt-image-2.5-sunburst&size=2048x1152&quality=xhigh&requests=15\
    &route=responses&driver=gpt-6-sol&context=1200&turns=3&cached=40&accept=66.67\
    &stage=Covers&deliver=1&model=gpt-image-2.5-sunburst&size=3840x2160&quality=max&requests=9\
    &partials=3&own.plan=96&own.credits=12000&own.credits_1k=4&own.credits_2k=9&own.credits_4k=20\
    &stage=Reading&deliver=0&model=gpt-image-2&size=auto&quality=auto&requests=84&task=analyze\
    &driver=gpt-6-sol&refs=2048x1152*2&detail=high&answer=250&tier=batch";

#[test]
fn a_link_of_five_full_stages_opens_and_is_written_back() {
    let read = link::read(book(), "", FIVE);
    assert_eq!(read.set_aside, [], "every part of it is read");
    let plan = read.scenario;
    assert_eq!(estimated(FIVE).problems, []);
    let page = open(FIVE);
    page.expect_figure(&plan);
    // A change and its undoing, so that the page writes the address itself.
    unfold(&page, 4);
    page.type_into("#requests", "85");
    let mut more = plan.clone();
    more.stages[4].requests = 85;
    stands(&page, &more);
    page.type_into("#requests", "84");
    stands(&page, &plan);
    let written = link::read(book(), "", &page.link()[1..]);
    assert_eq!(
        (written.scenario, written.set_aside.len()),
        (plan.clone(), 0)
    );
    page.reload();
    page.wait_for("#stages");
    stands(&page, &plan);
    page.click("#price");
    page.expect_figure(&plan);
    page.click("#plan");
    stands(&page, &plan);
}

#[track_caller]
fn opens_to(
    page: &Story,
    css: &str,
    plan: &Scenario,
    sums: fn(&Scenario, &Estimate) -> Option<Arithmetic>,
) {
    let said = sums(plan, &estimated(&fragment(plan)[1..])).expect("a figure");
    page.reach(css);
    page.focus(&format!("{css} > summary"));
    page.press(key::ENTER);
    page.wait_for(&format!("{css}[open] .whole"));
    let mut words: Vec<String> = said.parts.into_iter().map(|(_, words)| words).collect();
    words.push(said.whole);
    assert_eq!(page.texts(&format!("{css} dd")), words);
}

#[test]
fn every_figure_opens_to_its_arithmetic() {
    let mut plan = asked(LAUNCH);
    plan.uses = 4;
    plan.stages[0].retries = pixelbill::scenario::Percent::hundredths(300);
    plan.stages[2].blocked = pixelbill::scenario::Percent::hundredths(500);
    let page = open(&fragment(&plan)[1..]);
    let totals = estimated(&fragment(&plan)[1..])
        .totals
        .expect("no problems");
    let each = totals.per_accepted_image.expect("images").each_in_words();
    assert_eq!(page.text(".accepted output"), each);
    let a_use = totals.per_use(4).expect("images").each_in_words();
    assert_eq!(page.text(".a-use output"), a_use);
    opens_to(&page, ".accepted", &plan, per_accepted_image);
    opens_to(&page, ".plan-total", &plan, whole_plan);
    opens_to(&page, ".a-use", &plan, per_use);
    opens_to(&page, ".thrown", &plan, thrown_away);
    let dear = all_at_final(book(), &plan).expect("drafts are smaller");
    assert!(page.text(".as-finals").contains(&figure(&dear)));
}

#[test]
fn a_press_on_a_figure_opens_it() {
    let page = open(LAUNCH);
    for css in [".accepted", ".plan-total", ".thrown"] {
        let middle = "const box = document.querySelector(arguments[0]).getBoundingClientRect();
            document.elementFromPoint(box.left + 20, box.top + box.height / 2).click()";
        page.script_with(middle, json!([format!("{css} output")]));
        page.wait_for(&format!("{css}[open] .whole"));
        page.click(&format!("{css} .figure-name"));
        page.wait_until("it folds", |page| !page.exists(&format!("{css}[open]")));
    }
}

#[test]
fn the_lines_of_the_stages_add_up_to_the_total() {
    let page = open(LAUNCH);
    let estimate = estimated(LAUNCH);
    let totals: Vec<_> = estimate
        .stages
        .iter()
        .filter_map(|stage| Some(stage.totals?.total))
        .collect();
    let places = |text: &str| {
        text.trim_start_matches('$')
            .replace('.', "")
            .parse::<i64>()
            .expect("cents")
    };
    let shown = page.texts(".stage-cost");
    let sum: i64 = shown.iter().map(|text| places(text)).sum();
    assert_eq!(sum, places(&page.total()));
    assert_eq!(shown.len(), shown_ranges(&totals).len());
    assert_eq!(page.texts(".of-stage > summary .amount"), shown);
    page.click(".of-stage:nth-child(2) > summary");
    page.wait_for(".of-stage:nth-child(2)[open]");
    page.click(".of-stage:nth-child(2) .line > summary");
    page.wait_for(".of-stage:nth-child(2) .line[open] dt");
    let shares = page.texts(".stage-share");
    let tenths: i64 = shares
        .iter()
        .map(|text| places(text.trim_end_matches(" %")))
        .sum();
    assert!((998..=1002).contains(&tenths), "{shares:?}");
}

#[test]
fn a_budget_says_what_fits_and_what_would() {
    let page = open(LAUNCH);
    let mut plan = asked(LAUNCH);
    let total = estimated(LAUNCH).totals.expect("no problems").total;
    page.reach("#budget");
    page.type_into("#budget", "1000");
    plan.budget = Some("1000".parse().expect("a number"));
    stands(&page, &plan);
    let many = plans(Usd(1000.into()), total)
        .surely
        .expect("it costs something");
    let words = format!(
        "It pays {} whole plans: the plan fits.",
        pixelbill::money::grouped(many.into())
    );
    page.wait_for_words(".fit", &words);
    assert!(!page.exists(".suggestion"));
    page.type_into("#budget", "0.2");
    plan.budget = Some("0.2".parse().expect("a number"));
    stands(&page, &plan);
    page.wait_for_words(".fit", "the plan does not fit.");
    let found = suggestion(book(), &plan, Usd(plan.budget.expect("given"))).expect("a change");
    page.wait_for_words(".suggestion", &found.sentence(&plan, total));
    let at = qualities(book(), &plan, Usd(plan.budget.expect("given")));
    let shown: Vec<String> = at.iter().map(|at| at.total.in_words()).collect();
    assert_eq!(page.texts(".qualities td:nth-child(2)"), shown);
    page.focus("#make-change");
    page.press(key::ENTER);
    stands(&page, &found.scenario);
    page.wait_until("it fits", |page| !page.exists(".suggestion"));
    page.back();
    stands(&page, &plan);
    page.wait_until("the table is of the plan again", |page| {
        page.texts(".qualities td:nth-child(2)") == shown
    });
    page.click("[aria-label='Make every image at low']");
    plan.stages
        .iter_mut()
        .for_each(|stage| stage.quality = at[0].quality);
    stands(&page, &plan);
    page.type_into("#budget", "ten");
    page.wait_for_words("#budget-refused", "is not a number");
    page.type_into("#budget", "\u{e003}");
    plan.budget = None;
    stands(&page, &plan);
    assert!(!page.exists(".qualities"));
}

#[test]
fn the_limit_is_there_to_copy() {
    let page = open(LAUNCH);
    let total = estimated(LAUNCH).totals.expect("no problems").total;
    let plan = asked(LAUNCH);
    let line = limit_line(plan.per, plan.rates, total);
    assert_eq!(page.text(".limit p"), line);
    page.reach("#copy-limit");
    page.script("navigator.clipboard.writeText = (text) => { window.testCopied = text; return Promise.resolve(); }");
    page.click("#copy-limit");
    page.wait_for_words("#copy-limit", "Copied");
    assert_eq!(page.script("return window.testCopied"), json!(line));
}

#[test]
fn problems_stand_at_their_stage_and_there_is_no_total() {
    let broken = LAUNCH.replacen("1024x1024", "1000x1000", 1);
    let page = open(&broken);
    let plan = asked(&broken);
    assert_eq!(page.total(), "No price yet");
    assert_eq!(page.texts(".accepted output"), ["–"]);
    assert_eq!(page.count(".line"), 0);
    assert_eq!(page.texts(".stage-share"), ["–", "–", "–"]);
    assert_eq!(page.texts(".stage-cost")[0], "no price");
    assert!(
        page.texts(".stage-cost")[1].starts_with('$'),
        "the others have theirs"
    );
    assert_eq!(page.count(".stage:first-child .problem"), 1);
    assert_eq!(page.count(".problem"), 1, "nowhere else while it is folded");
    assert!(!page.shows(".limit"));
    page.click_words("Drafts"); // the way to it, beside the missing total
    page.wait_for("#label");
    assert_eq!(page.value("#label"), "Drafts");
    let (words, mended) = fixes_of(&plan).remove(0);
    page.click_words(&words);
    stands(&page, &mended);
    let focused = page.script("return document.activeElement !== document.body");
    assert_eq!(focused, true, "the keyboard goes on somewhere");
    assert_eq!(page.count(".problem"), 0);
}

#[test]
fn the_worksheet_is_filled_in_and_printed_alone() {
    let page = open(LAUNCH);
    let sheet = worksheet(book(), &asked(LAUNCH), &estimated(LAUNCH));
    page.unfold("Worksheet");
    page.wait_for(".drivers");
    let present: Vec<_> = sheet.rows.iter().map(|row| row.present.clone()).collect();
    assert_eq!(page.texts(".drivers td:nth-child(2)"), present);
    let questions: Vec<_> = sheet
        .questions
        .iter()
        .map(|question| question.asked)
        .collect();
    assert_eq!(page.texts(".questions dt"), questions);
    assert_eq!(page.count(".test-plan li"), sheet.test_plan.len() as u64);
    // It follows the plan while it is open.
    unfold(&page, 0);
    page.type_into("#requests", "40");
    page.wait_for_words(".questions dd", "47, in 3 stages");
    page.script(
        "window.print = () => { window.testPrinted = document.documentElement.dataset.print; }",
    );
    page.reach("#print-worksheet");
    page.click("#print-worksheet");
    assert_eq!(page.script("return window.testPrinted"), "worksheet");
    page.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    assert!(page.shows(".drivers") && !page.shows(".cost") && !page.shows(".stages"));
    page.script("dispatchEvent(new Event('afterprint'))");
    assert!(page.shows(".cost") && page.shows(".drivers") && !page.shows(".stages"));
}

#[test]
fn what_is_thrown_away_is_a_share_of_the_money() {
    let page = open(LAUNCH);
    let plan = asked(LAUNCH);
    let thrown = budget::discarded(&plan, &estimated(LAUNCH)).expect("drafts");
    let percent = (thrown.share * rust_decimal::Decimal::ONE_HUNDRED)
        .round_dp(1)
        .normalize();
    let words = format!("{percent} %, {}", thrown.usd.in_words());
    assert_eq!(page.text(".thrown output"), words);
}
