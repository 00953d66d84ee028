//! The paths side by side: what each costs a month, its break-even with the API, and in words when
//! it is enough and when it breaks down.

use super::desk::Desk;
use crate::money::{Usd, UsdRange};
use crate::plan_or_api::{Path, PathKind};
use crate::rates::{Basis, Plan};
use crate::ui::dom::{El, el};
use crate::ui::lines::source;
use leptos::prelude::*;

/// A path, and those of the priced ones that are of its kind.
struct Group {
    name: &'static str,
    of: fn(&PathKind) -> bool,
    /// What stands there while there is none.
    none: &'static str,
}

const GROUPS: [Group; 4] = [
    Group {
        name: "A ChatGPT plan",
        of: |kind| matches!(kind, PathKind::Personal(_)),
        none: "",
    },
    Group {
        name: "A workspace",
        of: |kind| matches!(kind, PathKind::Workspace(_) | PathKind::Enterprise),
        none: "",
    },
    Group {
        name: "A specialist tool",
        of: |kind| matches!(kind, PathKind::Tool),
        none: "Type its price, and it is compared.",
    },
    Group {
        name: "The API",
        of: |kind| matches!(kind, PathKind::Api),
        none: "",
    },
];

/// The four paths, which follow the numbers.
pub fn list(desk: Desk) -> El {
    let made = move || {
        desk.paths
            .with(|paths| GROUPS.iter().map(|it| group(it, paths)).collect())
    };
    el("div", "paths").fill(made)
}

fn group(group: &Group, paths: &[Path]) -> El {
    let mine: Vec<&Path> = paths.iter().filter(|path| (group.of)(&path.kind)).collect();
    let first = mine.first().map_or(PathKind::Tool, |path| path.kind);
    let rows = mine.iter().map(|path| row(path));
    let none = mine.is_empty().then(|| el("p", "meets").text(group.none));
    el("article", "path")
        .attr("data-group", group.name)
        .child(el("h3", "").text(group.name))
        .child(el("p", "hint").text(first.is_enough()))
        .child(el("p", "hint").text(first.breaks_down()))
        .children(rows)
        .children(none)
}

/// One priced way within a path.
fn row(path: &Path) -> El {
    let head = el("p", "named")
        .child(el("strong", "").text(path.kind.name()))
        .child(el("span", "usd").text(&price(path)));
    let each = path
        .per_image
        .filter(|each| each.high > Usd::ZERO)
        .map(|each| format!("{} an image.", each.each_in_words()));
    let meets = path.break_even.map(|it| it.in_words());
    let words: Vec<String> = [each, meets].into_iter().flatten().collect();
    let row = el("div", "way")
        .attr("data-path", path.kind.name())
        .child(head)
        .child(el("p", "meets").text(&words.join(" ")));
    match path.kind {
        PathKind::Personal(plan) | PathKind::Workspace(plan) => row.child(about(plan)),
        PathKind::Enterprise => row.child(el("p", "hint").text(path.kind.breaks_down())),
        _ => row,
    }
}

/// `$20.00 a month`; what stands instead where there is no price.
fn price(path: &Path) -> String {
    match (path.monthly, path.kind) {
        (Some(usd), _) => format!("{} a month", plain(usd)),
        (None, PathKind::Tool) => "not as many images".to_owned(),
        (None, PathKind::Api) => "no estimate".to_owned(),
        (None, _) => "no published price".to_owned(),
    }
}

fn plain(usd: UsdRange) -> String {
    if usd.high == Usd::ZERO {
        return "$0".to_owned();
    }
    usd.in_words()
}

/// What is known of a plan's images, and how well its price is.
fn about(plan: &'static Plan) -> El {
    let trust = match plan.basis {
        Basis::Official => "By OpenAI’s own page: ",
        _ => "As others report it, unconfirmed: ",
    };
    el("p", "hint")
        .text(plan.images)
        .text(" ")
        .text(trust)
        .child(source(plan.source))
        .text(".")
}
