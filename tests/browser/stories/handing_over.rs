//! The first view is a lean program; what it lacks comes with the whole one, which takes the page
//! over. A person should not notice more than that something has arrived.

use super::story::Story;

const WHOLE: &str = "html[data-late=running]";

#[test]
fn the_first_view_loads_the_whole_program_only_when_asked() {
    let page = Story::open("#requests=20");
    assert_eq!(
        page.script("return document.documentElement.dataset.late ?? ''"),
        ""
    );
    page.click("#plan");
    page.wait_for(WHOLE);
    assert_eq!(
        page.focused(),
        "button: Plan",
        "the focus stays on what was pressed"
    );
    page.wait_until("the plan", |page| page.link().ends_with("&view=plan"));
}

#[test]
fn what_was_typed_and_opened_is_still_there_afterwards() {
    let page = Story::open("#requests=20");
    page.unfold("Exact figure");
    page.click("#requests");
    page.paste_into("#requests", "2,500");
    page.expect("#requests=2500");
    page.unfold("Rates of");
    page.wait_for(WHOLE);
    page.expect("#requests=2500");
    assert_eq!(page.value("#requests"), "2,500");
    let open = "return document.querySelector('.exact').open";
    assert_eq!(page.script(open), true, "an open fold stays open");
    page.wait_for(".book");
}

#[test]
fn a_link_beyond_the_lean_program_is_priced_and_left_again() {
    let page = Story::open("#requests=20");
    for link in [
        "#requests=3&model=gpt-image-2&partials=2",
        "#requests=7",
        "#stage=drafts&requests=20&quality=low&stage=finals&requests=2&size=2048x2048",
    ] {
        page.go(link);
        page.expect(link);
    }
    page.wait_for(WHOLE);
    // Long after every timer of the program that has left.
    std::thread::sleep(std::time::Duration::from_millis(1200));
    page.go("#requests=8");
    page.expect("#requests=8");
    page.wait_for("html[data-program=running]");
}
