//! Image files that are chosen or dropped: their dimensions are read from their first bytes.
//!
//! Knows the order of things; which files are taken and what is said of the others is
//! [`crate::image_file`]'s. Nothing is uploaded, and nothing but dimensions and names is kept.

use super::list::List;
use crate::image_file::{File, Intake, PREFIX, Taken};
use crate::scenario::Task;
use crate::size::Size;
use crate::ui::browser::files::{self, Picked};
use crate::ui::dom::{El, el};
use leptos::prelude::*;

/// The place where files are chosen or dropped.
pub fn zone(list: List) -> El {
    files::keep_page();
    let over = RwSignal::new(false);
    let reading = RwSignal::new(0_usize);
    let choose = el("input", "")
        .attr("type", "file")
        .attr("id", "add-files")
        .attr("multiple", "")
        .live_attr("accept", move || accepted(list).into())
        .attr("aria-describedby", "files-hint")
        .on("change", move |event| {
            take(list, reading, files::chosen(&event))
        });
    let dropped = move |event| {
        over.set(false);
        take(list, reading, files::dropped(&event));
    };
    let words = move || match reading.get() {
        0 => String::from("Choose image files"),
        files => format!("Reading {files} files…"),
    };
    let hint = move || {
        format!(
            "{} Only width and height are read, from the first bytes of each file, on this page. \
             Nothing is uploaded.",
            bounds(list)
        )
    };
    el("div", "files")
        .child(
            el("label", "drop")
                .live_attr("data-over", move || over.get().to_string())
                .child(choose)
                .child(el("span", "choose-files").live(words))
                .child(el("span", "soft").text("or drop them here"))
                .on("dragover", move |_| over.set(true))
                .on("dragleave", move |_| over.set(false))
                .on("drop", dropped),
        )
        .child(el("p", "hint").attr("id", "files-hint").live(hint))
}

fn is_analysis(list: List) -> bool {
    list.state.asked(|stage| stage.task == Task::Analyze)
}

fn accepted(list: List) -> &'static str {
    if is_analysis(list) {
        "image/png,image/jpeg,image/webp,image/gif"
    } else {
        "image/png,image/jpeg,image/webp"
    }
}

fn bounds(list: List) -> &'static str {
    if is_analysis(list) {
        "PNG, JPEG, WebP or GIF, 512 MB in all."
    } else {
        "PNG, JPEG or WebP of less than 50 MB each."
    }
}

/// Reads the files one after the other, then adds what is an image, all at once.
fn take(list: List, reading: RwSignal<usize>, picked: Vec<Picked>) {
    if picked.is_empty() {
        let none = "What was dropped holds no files: drop image files, or type a size instead.";
        return list.say(Vec::new(), vec![none.into()]);
    }
    list.hush();
    reading.set(picked.len());
    let (task, there, most) = untrack(|| {
        let asked = |list: List| list.state.asked(|stage| (stage.task, stage.input_images()));
        let (task, there) = asked(list);
        (task, there, list.most())
    });
    let task = match task {
        Task::Analyze => Task::Analyze,
        _ => Task::Edit,
    };
    let on_screen = move || list.state.workspace.with_untracked(|now| now.stage);
    let stage = on_screen();
    files::later(async move {
        let taken = read(Intake::new(task, there, most), &picked).await;
        reading.set(0);
        // Whoever has gone on to another stage meanwhile would find the images there.
        if on_screen() == stage {
            add(list, &taken);
        }
    });
}

async fn read(mut intake: Intake, picked: &[Picked]) -> Taken {
    for one in picked {
        let (name, bytes) = (one.name(), one.bytes());
        let file = File { name: &name, bytes };
        if !intake.wants(&file) {
            continue;
        }
        match first(&intake, &file, one).await {
            Some(prefix) => intake.read(&file, &prefix),
            None => intake.unreadable(&file),
        }
    }
    intake.done()
}

/// As many of its first bytes as its dimensions stand in, within bounds.
async fn first(intake: &Intake, file: &File<'_>, one: &Picked) -> Option<Vec<u8>> {
    let mut prefix = one.first(PREFIX).await?;
    while let Some(more) = intake.more(file, &prefix) {
        let longer = one.first(more).await?;
        if longer.len() <= prefix.len() {
            break;
        }
        prefix = longer;
    }
    Some(prefix)
}

fn add(list: List, taken: &Taken) {
    let done = match taken.images.as_slice() {
        [] => Vec::new(),
        [(name, size)] => vec![format!("“{name}” is {} and was added.", size.in_words())],
        images => vec![format!("{} images were added.", images.len())],
    };
    let named = |(name, size): &(String, Size)| (*size, name.clone());
    let names = taken.images.iter().map(named).collect();
    list.say(done, taken.sentences());
    if !taken.images.is_empty() {
        list.add(&taken.refs(), names);
    }
}
