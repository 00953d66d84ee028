//! One request, complete: its input images, its prompt, and what else it asks for.

mod files;
mod images;
mod look;
mod output;
mod prompt;

use super::story::Story;

/// Opens a fold that may come with the whole program, and waits for what is inside.
#[track_caller]
pub fn open(page: &Story, fold: &str, inside: &str) {
    let heading = format!("#{fold} > summary");
    page.reach(&heading);
    if !page.exists(&format!("#{fold}[open]")) {
        page.click(&heading);
    }
    page.wait_for(&format!("#{fold}[open] {inside}"));
}

/// A page with the prompt open, its text too: on the first view that is one click further.
#[track_caller]
pub fn with_prompt(link: &str) -> Story {
    let page = Story::open(link);
    open(&page, "prompt-fold", "#prompt");
    if !page.exists("#prompt-text") {
        page.click_words("Or paste the prompt");
    }
    page.wait_for("#prompt-fold[open] #prompt-text");
    page
}

/// A page with the input images open.
#[track_caller]
pub fn with_images(link: &str) -> Story {
    let page = Story::open(link);
    open(&page, "images-fold", "#add-files");
    page
}

/// What the fold's heading says.
#[track_caller]
pub fn heading(page: &Story, fold: &str) -> String {
    page.text(&format!("#{fold} > summary"))
}

/// The rows of the list: size, number, tokens, cost.
#[track_caller]
pub fn rows(page: &Story) -> Vec<[String; 4]> {
    let read = "return [...document.querySelectorAll('.rows li')].map((row) => [
        row.querySelector('.dimensions').textContent, row.querySelector('.count input').value,
        row.querySelector('.tokens').textContent, row.querySelector('.each').textContent])";
    page.list(read, serde_json::json!([]))
}

/// What was said of the last images.
#[track_caller]
pub fn said(page: &Story) -> Vec<String> {
    page.texts("#images-said .refused p")
}
