//! The order of an element's children, changed around the one that holds the focus.
//!
//! Taking an element out of the document, even to put it elsewhere, takes the focus away from it,
//! and a captured pointer too. So the child that has the focus stays and the others move.

use super::element::Element;
use leptos::prelude::document;

/// Gives `parent` these children and no others, in this order.
pub fn arrange(parent: &Element, children: &[Element]) {
    let wanted = |child: &Element| children.iter().any(|one| one == child);
    for child in present(parent).iter().filter(|child| !wanted(child)) {
        child.remove();
    }
    if present(parent) == children {
        return;
    }
    let focus = document().active_element();
    let holds =
        |child: &Element| child.contains(focus.as_deref()) && present(parent).contains(child);
    let still = children.iter().position(holds);
    let (before, after) = children.split_at(still.unwrap_or_default());
    let anchor = still.and_then(|_| after.first());
    for child in before {
        drop(parent.insert_before(child, anchor.map(AsRef::as_ref)));
    }
    for child in after.iter().skip(usize::from(still.is_some())) {
        drop(parent.append_child(child));
    }
}

fn present(parent: &Element) -> Vec<Element> {
    let mut children = Vec::new();
    let mut next = parent.first_element_child();
    while let Some(child) = next {
        next = child.next_element_sibling();
        children.push(child);
    }
    children
}
