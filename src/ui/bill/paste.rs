//! Where usage is pasted, and what is said when it cannot be read.

use super::desk::Desk;
use crate::money::grouped;
use crate::ui::browser::element::value_of;
use crate::ui::dom::{El, button, el};
use crate::usage::Pasted;
use leptos::prelude::*;
use rust_decimal::Decimal;

/// So many problems are named one by one.
const NAMED: usize = 5;

/// A usage object as the Image API writes it, to look at.
const EXAMPLE: &str = r#"{
  "created": 1790519365,
  "size": "1024x1024",
  "quality": "medium",
  "data": [{"b64_json": "…"}],
  "usage": {
    "input_tokens": 1053,
    "input_tokens_details": {"text_tokens": 29, "image_tokens": 1024},
    "output_tokens": 539,
    "output_tokens_details": {"text_tokens": 0, "image_tokens": 539},
    "total_tokens": 1592
  }
}
"#;

/// The field and what belongs to it.
pub fn section(desk: Desk) -> El {
    let field = el("textarea", "usage")
        .attr("id", "usage")
        .attr("rows", "12")
        .attr("spellcheck", "false")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("aria-describedby", "usage-hint usage-problems")
        .live_value(move || desk.text.get())
        .live_attr("aria-invalid", move || is_bad(desk).to_string())
        .on("input", move |event| desk.take(value_of(&event)));
    let label = el("label", "")
        .attr("for", "usage")
        .text("Usage objects or whole responses");
    let hint = el("p", "hint").attr("id", "usage-hint").text(
        "From the Image API or the Responses API, one or many: one a line, in an array, or as \
         they came. They are read here and sent nowhere.",
    );
    let example = button("quiet", "Show an example", move || {
        desk.take(EXAMPLE.into())
    });
    let clear = button("quiet", "Clear", move || desk.take(String::new()));
    el("section", "paste")
        .child(el("h2", "").text("What was charged"))
        .child(label)
        .child(field)
        .child(hint)
        .child(el("div", "paste-ways").child(example).child(clear))
        .child(problems(desk))
        .child(
            el("div", "flags")
                .attr("role", "status")
                .fill(move || errors(desk)),
        )
        .child(
            el("p", "hint")
                .attr("role", "status")
                .live(move || around(desk)),
        )
}

fn is_bad(desk: Desk) -> bool {
    desk.latest
        .with(|latest| !latest.is_blank() && latest.is_bad())
}

fn problems(desk: Desk) -> El {
    let made = move || {
        let latest = desk.latest.get();
        if latest.is_blank() || latest.problems.is_empty() {
            return Vec::new();
        }
        vec![list(desk, &latest)]
    };
    el("div", "problems")
        .attr("id", "usage-problems")
        .attr("role", "status")
        .fill(made)
}

fn list(desk: Desk, latest: &Pasted) -> El {
    let named = latest.problems.iter().take(NAMED);
    let items = named.map(|problem| el("p", "").text(&problem.to_string()));
    let more = latest.problems.len().saturating_sub(NAMED);
    let rest = (more > 0).then(|| el("p", "").text(&format!("And {more} more.")));
    let kept = latest.is_bad() && !desk.is_empty();
    let stays = kept.then(|| el("p", "hint").text("What was read before stays as it was."));
    el("div", "problem")
        .children(items)
        .children(rest)
        .children(stays)
}

/// Answers that are errors, the first of them by name.
fn errors(desk: Desk) -> Vec<El> {
    let latest = desk.latest.get();
    let all = latest.records.iter().filter_map(|it| it.error_in_words());
    let mut words: Vec<String> = all.take(NAMED + 1).collect();
    if words.len() > NAMED {
        words[NAMED] = "There are more.".to_owned();
    }
    if words.is_empty() {
        return Vec::new();
    }
    let said = words.iter().map(|words| el("p", "").text(words));
    vec![el("div", "notices").children(said)]
}

/// What of the text was left out, in a sentence or two; empty where nothing was.
fn around(desk: Desk) -> String {
    let latest = desk.latest.get();
    if latest.records.is_empty() && latest.without == 0 {
        return String::new();
    }
    let mut said = Vec::new();
    if let Some((line, head)) = &latest.around.first {
        said.push(match latest.around.lines {
            1 => format!("Line {line} is no JSON and was left out: “{head}”."),
            lines => format!(
                "{} lines are no JSON and were left out, from line {line}: “{head}”.",
                grouped(Decimal::from(lines))
            ),
        });
    }
    if latest.without > 0 {
        let events = match latest.without {
            1 => "1 event or request carries".to_owned(),
            many => format!("{} events or requests carry", grouped(Decimal::from(many))),
        };
        said.push(format!("{events} no usage, so nothing is billed for it."));
    }
    said.join(" ")
}
