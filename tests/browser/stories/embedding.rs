//! Embeds on somebody else's page: the element and the bare frame, their messages, their theme,
//! and what happens when something fails or somebody lies.

use super::core::{asked, book, estimated};
use crate::harness::{Setup, altered_dist};
use crate::host::{Host, frame_of};
use serde_json::{Value, json};

const LINK: &str = "rates=2026-11-20&model=gpt-image-2&size=1024x1024&quality=medium&requests=1000";

const ONE: &str = "<script async src=SITEembed.js></script>
    <pixelbill-estimate id=one rates=2026-11-20 model=gpt-image-2 size=1024x1024 quality=medium
        requests=1000><a href=SITE>the estimate</a></pixelbill-estimate>";

/// Contract 2, as the core writes it.
fn contract(host: &Host, link: &str) -> Value {
    let link = format!("#{link}");
    let json = pixelbill::export::json(
        book(),
        &asked(&link),
        &estimated(&link),
        &host.server.url(),
        &[],
    );
    serde_json::from_str(&json).expect("JSON")
}

fn is_alive(host: &Host, id: &str) -> bool {
    let alive = "return !!document.getElementById(arguments[0]).shadowRoot.querySelector('.alive')";
    host.script_with(alive, json!([id])) == true
}

#[test]
fn an_element_becomes_an_estimate_and_tells_its_page() {
    let host = Host::of(ONE);
    let told = host.estimate(1);
    assert_eq!(told, contract(&host, LINK));
    assert_eq!(told["total"], json!({ "low": "52.96", "high": "52.96" }));
    assert_eq!(
        host.script("return estimates[0][0]"),
        "one",
        "it bubbles from the element"
    );
    assert!(!host.shows("#one a"), "the fallback is hidden");
    let height = host.place("#one").height;
    host.enter(&frame_of("one"));
    let inside = host.script("return document.documentElement.scrollHeight");
    assert_eq!(
        inside.as_f64(),
        Some(height),
        "it is as high as its content"
    );
    host.leave();
    assert_eq!(host.troubles(), [""; 0]);
}

#[test]
fn three_embeds_stand_apart_and_a_second_script_does_no_harm() {
    let host = Host::of(
        "<script async src=SITEembed.js></script><script async src='SITEembed.js?again'></script>
        <pixelbill-estimate id=a model=gpt-image-2 requests=10></pixelbill-estimate>
        <pixelbill-estimate id=b controls=0 link='SITE#v=1&rates=2026-11-20&stage=Drafts&quality=low&stage=Finals&quality=high'></pixelbill-estimate>
        <iframe id=c title=bare src='SITE?embed=1&model=gpt-image-2&requests=30' style='border:0;width:100%;height:400px'></iframe>",
    );
    host.estimate(2);
    host.script(
        "window.heard = []; addEventListener('message', (event) => heard.push(event.data))",
    );
    for (id, link) in [
        ("a", "#model=gpt-image-2&requests=10"),
        (
            "b",
            "#rates=2026-11-20&stage=Drafts&quality=low&stage=Finals&quality=high",
        ),
    ] {
        host.enter(&frame_of(id));
        host.wait_for_words("[data-total]", &super::core::figure(&asked(link)));
        assert_eq!(host.shows("#quality"), id == "a");
        host.leave();
    }
    host.enter("document.getElementById('c')");
    host.wait_for_words(
        "[data-total]",
        &super::core::figure(&asked("#model=gpt-image-2&requests=30")),
    );
    host.type_into("#requests", "7");
    host.leave();
    host.wait_until("a message of the bare frame", |host| {
        host.script("return heard.length") != 0
    });
    let told = host.script("return heard.at(-1).pixelbill");
    assert_eq!(told["v"], 1);
    assert!(told["height"].as_u64() > Some(100));
    assert_eq!(told["estimate"]["images"]["low"], "7");
}

#[test]
fn attributes_change_the_frame_without_a_step_in_the_history() {
    let host = Host::of(ONE);
    host.estimate(1);
    let steps = host.script("return history.length");
    host.script(
        "window.frameBefore = one.shadowRoot.querySelector('iframe');
        one.setAttribute('quality', 'high'); one.setAttribute('requests', '20')",
    );
    let link = LINK.replace("medium", "high").replace("=1000", "=20");
    assert_eq!(host.estimate(2)["total"], contract(&host, &link)["total"]);
    let same = "return frameBefore === one.shadowRoot.querySelector('iframe')";
    assert_eq!(host.script(same), true, "the frame stays");
    host.script("one.setAttribute('class', 'other'); one.setAttribute('data-x', '1')");
    host.script("one.setAttribute('route', 'responses'); one.setAttribute('driver', 'gpt-5.4')");
    let link = format!("{link}&route=responses&driver=gpt-5.4");
    assert_eq!(host.estimate(3)["total"], contract(&host, &link)["total"]);
    assert_eq!(host.script("return history.length"), steps);
}

#[test]
fn a_reader_changes_the_estimate_and_the_page_hears_it() {
    let host = Host::of(ONE);
    host.estimate(1);
    let steps = host.script("return history.length");
    host.enter(&frame_of("one"));
    host.type_into("#requests", "5");
    host.leave();
    let told = host.estimate(2);
    assert_eq!(told, contract(&host, &LINK.replace("=1000", "=5")));
    assert_eq!(host.script("return history.length"), steps);
}

#[test]
fn a_height_reserves_space_and_the_frame_grows_with_its_notes() {
    let body = ONE.replace("id=one", "id=one height=700");
    let host = Host::of(&format!("{body}<p id=after>after</p>"));
    assert_eq!(host.place("#one").height, 700.0);
    let before = host.place("#after").top;
    host.estimate(1);
    assert_eq!(host.place("#after").top, before, "nothing moves");
    host.script(
        "one.removeAttribute('height'); one.setAttribute('model', 'gpt-image-2.6-sunburst')",
    );
    host.estimate(2);
    let folded = host.place("#one").height;
    assert!(folded < 700.0);
    host.enter(&frame_of("one"));
    host.click(".notes summary");
    host.leave();
    host.wait_until("a higher element", |host| {
        host.place("#one").height > folded + 20.0
    });
}

#[test]
fn light_and_dark_follow_the_page_around_it() {
    let host = Host::of(ONE);
    host.estimate(1);
    let theme = |wanted: &str| {
        host.enter(&frame_of("one"));
        host.wait_for(&format!("html[data-theme={wanted}]"));
        let ground = "return getComputedStyle(document.documentElement).backgroundColor";
        assert_eq!(host.script(ground), "rgba(0, 0, 0, 0)");
        host.leave();
    };
    theme("light");
    host.script("document.documentElement.style.colorScheme = 'dark'");
    theme("dark");
    host.script("document.documentElement.style.colorScheme = 'light dark'");
    theme("light");
    host.prefer(&[("prefers-color-scheme", "dark")]);
    theme("dark");
    host.script("one.setAttribute('theme', 'light')");
    theme("light");
}

#[test]
fn an_element_within_a_shadow_root_works_and_leaves_nothing_behind() {
    let host = Host::of("<script async src=SITEembed.js></script><div id=outer></div>");
    host.script(
        "const root = outer.attachShadow({ mode: 'open' });
        root.innerHTML = '<pixelbill-estimate model=gpt-image-2>fallback</pixelbill-estimate>';
        window.inner = root.firstChild;",
    );
    host.estimate(1);
    host.script(
        "const frame = inner.shadowRoot.querySelector('iframe');
        window.stray = frame.contentWindow; inner.remove();",
    );
    assert_eq!(
        host.script("return inner.shadowRoot.querySelector('iframe')"),
        Value::Null
    );
    assert_eq!(
        host.script("return stray.closed"),
        true,
        "the frame is gone"
    );
    host.script("document.body.append(inner)");
    host.estimate(2);
    assert_eq!(host.troubles(), [""; 0]);
}

#[test]
fn lies_of_others_are_ignored_in_silence() {
    let host = Host::of(&format!(
        "{ONE}<iframe id=liar></iframe>
        <iframe id=bare title=bare src='SITE?embed=1&theme=light' style='height:400px'></iframe>"
    ));
    host.estimate(1);
    let height = host.place("#one").height;
    host.put("liar.js", "
        const lie = { pixelbill: { v: 1, height: 5000, failed: 'no', estimate: { total: 'free' } } };
        parent.postMessage(lie, '*');
        for (let i = 0; i < parent.frames.length; i += 1)
            parent.frames[i].postMessage({ pixelbill: { v: 1, theme: 'dark' } }, '*');
        setTimeout(() => { document.title = 'lied' }, 300);");
    host.put(
        "liar.html",
        "<!doctype html><title>liar</title><script src=liar.js></script>",
    );
    host.script("liar.src = 'liar.html'");
    host.enter("liar");
    host.wait_until("the lies", |host| {
        host.script("return document.title") == "lied"
    });
    host.leave();
    assert_eq!(host.script("return estimates.length"), 1);
    assert_eq!(host.place("#one").height, height);
    assert!(is_alive(&host, "one"));
    // From the page itself, but of a foreign shape.
    host.script(
        "for (const shape of [null, 0, 'pixelbill', [], { pixelbill: null },
            { pixelbill: { v: 2, theme: 'dark' } }, { pixelbill: { v: 1, theme: 'pink' } },
            { pixelbill: { v: 1, theme: {} } }, { theme: 'dark' }])
        { bare.contentWindow.postMessage(shape, '*'); postMessage(shape, '*'); }",
    );
    host.enter("document.getElementById('bare')");
    host.wait_for("[data-total]");
    assert_eq!(
        host.attribute("html", "data-theme").as_deref(),
        Some("light")
    );
    host.leave();
    host.script("bare.contentWindow.postMessage({ pixelbill: { v: 1, theme: 'dark' } }, '*')");
    host.enter("document.getElementById('bare')");
    host.wait_for("html[data-theme=dark]");
    host.leave();
    assert_eq!(host.troubles(), [""; 0]);
}

#[test]
fn a_sandboxed_frame_works_without_an_origin_of_its_own() {
    let host = Host::of("<iframe id=bare title=bare sandbox='allow-scripts allow-popups'
            src='SITE?embed=1&rates=2026-11-20&model=gpt-image-2&requests=1000' style='height:400px'></iframe>
        <iframe id=boxed title=boxed sandbox='allow-scripts'></iframe>");
    host.put("inner.html", &host.html(ONE));
    host.script("window.heard = []; addEventListener('message', (event) => heard.push([event.origin, event.data.pixelbill]))");
    host.script("bare.src = bare.src; boxed.src = 'inner.html'");
    host.wait_until("a message", |host| host.script("return heard.length") != 0);
    assert_eq!(host.script("return heard[0][0]"), "null");
    assert_eq!(
        host.script("return heard[0][1].estimate"),
        contract(&host, LINK)
    );
    host.enter("document.getElementById('bare')");
    host.type_into("#requests", "3");
    host.wait_for_words(
        "[data-total]",
        &super::core::figure(&asked(&format!("#{LINK}&requests=3"))),
    );
    host.leave();
    // An element on a page that is itself sandboxed.
    host.enter("document.getElementById('boxed')");
    host.wait_until("the estimate", |host| {
        host.script("return estimates.length") == 1
    });
    host.leave();
}

#[test]
fn the_fallback_stays_where_the_frame_cannot_start() {
    let folder = altered_dist(|folder| {
        let names = xtask::bundle::files_in(folder).expect("the copy can be read");
        for name in names.iter().filter(|name| name.ends_with(".wasm")) {
            std::fs::remove_file(folder.join(name)).expect("the copy can be changed");
        }
    });
    let mut host = Host::around(Setup::served_from(&folder), ONE);
    host.expect_noise(); // the browser itself reports the missing file
    host.enter(&frame_of("one"));
    host.wait_for("html[data-program=failed]");
    host.leave();
    assert!(host.shows("#one a"));
    assert!(!is_alive(&host, "one"));
    assert_eq!(host.script("return estimates.length"), 0);
}

#[test]
fn the_fallback_comes_back_when_the_frame_fails_later() {
    let host = Host::of(ONE);
    host.estimate(1);
    host.enter(&frame_of("one"));
    host.script("pixelbillFailed('for the test')");
    host.leave();
    host.wait_until("the fallback", |host| host.shows("#one a"));
    assert!(!is_alive(&host, "one"));
    // A new question makes a new frame.
    host.script("one.setAttribute('quality', 'low')");
    host.estimate(2);
    assert!(is_alive(&host, "one"));
}

#[test]
fn an_embed_loads_one_program_and_nothing_twice() {
    let host = Host::of(ONE);
    host.estimate(1);
    let requests = host.requests();
    let programs: Vec<&String> = requests
        .iter()
        .filter(|address| address.ends_with(".wasm"))
        .collect();
    assert_eq!(programs.len(), 1, "{programs:?}");
    let split = xtask::bundle::files_in(&crate::harness::dist()).expect("dist/ can be read");
    if split
        .iter()
        .any(|name| name.starts_with("pixelbill-embed-"))
    {
        assert!(programs[0].contains("pixelbill-embed-"), "{programs:?}");
    }
}

#[test]
fn pictures_in_light_and_dark_pages() {
    for (width, theme) in [
        (280, "light"),
        (480, "light"),
        (800, "light"),
        (280, "dark"),
        (480, "dark"),
        (800, "dark"),
    ] {
        let host = Host::of(ONE);
        host.script_with(
            "const [width, theme] = arguments; document.documentElement.style.colorScheme = theme;
            one.style.width = `${width}px`",
            json!([width, theme]),
        );
        host.estimate(1);
        host.enter(&frame_of("one"));
        host.wait_for(&format!("html[data-theme={theme}]"));
        assert!(!host.overflows_sideways());
        host.leave();
        host.screenshot(&format!("embed-{width}-{theme}"));
    }
}
