//! What the request does: makes images from a prompt, or from a prompt and input images.

use super::list::{List, as_edit, as_generation};
use crate::scenario::Task;
use crate::ui::controls::{Card, choices};
use crate::ui::dom::El;
use leptos::prelude::*;

/// Both tasks as cards, each with the price of an image; a third where a link brought it.
pub fn picker(list: List) -> El {
    let state = list.state;
    let cards = move || {
        let chosen = state.priced(|stage| stage.task);
        let card = |task: Task| Card {
            name: task.to_string(),
            price: match task {
                Task::Generate => state.price_with(as_generation),
                Task::Edit => state.price_with(|stage| as_edit(stage, &list.kept())),
                Task::Analyze => "reads images, makes none".into(),
            },
            chosen: task == chosen,
        };
        let analysis = (chosen == Task::Analyze).then_some(Task::Analyze);
        let tasks = [Task::Generate, Task::Edit].into_iter().chain(analysis);
        tasks.map(card).collect()
    };
    let choose = Callback::new(move |at: usize| match at {
        0 => list.generate(),
        1 => list.edit(),
        _ => {}
    });
    choices("task", "Task", cards, choose)
}
