//! Code for other people's pages: what a frame of it reads is what was on screen.

use crate::common::book;
use crate::{SCENARIOS, SITE};
use pixelbill::estimate::estimate;
use pixelbill::export::{EmbedForm, EmbedWish, origin};
use pixelbill::link::{self, Theme};

const WISH: EmbedWish = EmbedWish {
    form: EmbedForm::Element,
    pinned: true,
    theme: Theme::Auto,
    controls: true,
    height: 320,
};

fn code(wish: EmbedWish, link: &str) -> String {
    let scenario = link::read(book(), "", link).scenario;
    wish.code(&scenario, &estimate(book(), &scenario), SITE)
}

/// The value of an attribute, as a browser reads it.
fn attribute(code: &str, name: &str) -> String {
    let start = code.find(&format!(" {name}=\"")).expect("the attribute") + name.len() + 3;
    let value = code[start..].split('"').next().expect("its end");
    let plain = [
        ("&quot;", "\""),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    plain.iter().fold(value.to_owned(), |text, (safe, letter)| {
        text.replace(safe, letter)
    })
}

#[test]
fn an_element_carries_the_keys_as_attributes_and_a_link_to_fall_back_on() {
    let code = code(WISH, SCENARIOS[0]);
    assert_eq!(
        code,
        "<script async src=\"https://example.com/pixelbill/embed.js\"></script>\n\
         <pixelbill-estimate rates=\"2026-11-20\" model=\"gpt-image-2\" size=\"1024x1024\" \
         quality=\"medium\" requests=\"1000\" height=\"320\">\n  \
         <a href=\"https://example.com/pixelbill/#v=1&amp;rates=2026-11-20&amp;model=gpt-image-2\
         &amp;size=1024x1024&amp;quality=medium&amp;requests=1000\">\
         1,000 x gpt-image-2 medium 1024x1024, about $52.96</a>\n</pixelbill-estimate>"
    );
}

#[test]
fn several_stages_stand_in_one_attribute() {
    let code = code(WISH, SCENARIOS[2]);
    let scenario = link::read(book(), "", SCENARIOS[2]).scenario;
    assert_eq!(attribute(&code, "link"), link::write(&scenario));
    assert!(!code.contains(" stage="));
}

#[test]
fn a_frame_reads_every_scenario_as_it_was() {
    for asked in SCENARIOS {
        let scenario = link::read(book(), "", asked).scenario;
        let wish = EmbedWish {
            form: EmbedForm::Frame,
            theme: Theme::Dark,
            controls: false,
            ..WISH
        };
        let address = attribute(&code(wish, asked), "src");
        assert_eq!(address, wish.address(&scenario, SITE));
        let query = address.strip_prefix(SITE).expect("the site's own");
        let read = link::read(book(), query, "");
        assert_eq!(read.scenario, scenario, "{asked}");
        assert!(read.display.embed && !read.display.controls);
        assert_eq!(read.display.theme, Theme::Dark);
        assert_eq!(read.set_aside, []);
    }
}

#[test]
fn without_a_date_the_newest_rates_hold() {
    let wish = EmbedWish {
        pinned: false,
        ..WISH
    };
    assert!(
        !code(wish, SCENARIOS[5])
            .split("<a ")
            .next()
            .expect("the element")
            .contains("rates")
    );
    let frame = EmbedWish {
        form: EmbedForm::Frame,
        ..wish
    };
    let address = attribute(&code(frame, SCENARIOS[5]), "src");
    let read = link::read(book(), address.strip_prefix(SITE).expect("ours"), "");
    assert_eq!(read.scenario.rates, book().newest().date);
}

#[test]
fn what_a_person_wrote_cannot_leave_its_attribute() {
    let label = "stage=%22%3E%3Cscript%3Ealert(1)%3C/script%3E%27%26amp;&requests=3";
    for form in [EmbedForm::Element, EmbedForm::Frame] {
        let code = code(EmbedWish { form, ..WISH }, label);
        assert_eq!(
            code.matches("<script").count(),
            code.matches("<script async").count()
        );
        assert!(!code.contains("alert(1)<"), "{code}");
    }
    let label = attribute(&code(WISH, label), "stage");
    assert_eq!(label, "\"><script>alert(1)</script>'&amp;");
}

#[test]
fn the_policy_names_the_origin_alone() {
    assert_eq!(
        WISH.policy("https://example.com:8443/a/b/"),
        [
            "script-src https://example.com:8443",
            "frame-src https://example.com:8443"
        ]
    );
    let frame = EmbedWish {
        form: EmbedForm::Frame,
        ..WISH
    };
    assert_eq!(frame.policy(SITE), ["frame-src https://example.com"]);
    assert_eq!(origin("https://example.com"), "https://example.com");
}
