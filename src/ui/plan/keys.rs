//! Keys of stages: what they are after stages came, moved or went.
//!
//! Pure; must not know the page.

/// Where a stage stands after another moved past it, or it moved itself.
pub const fn after_move(at: usize, from: usize, to: usize) -> usize {
    if at == from {
        to
    } else if from < at && at <= to {
        at - 1
    } else if to <= at && at < from {
        at + 1
    } else {
        at
    }
}

/// A key that is none of these.
pub fn fresh(keys: &[u32]) -> u32 {
    keys.iter().max().map_or(0, |key| key + 1)
}

/// As many keys as there are stages: those known first, then new ones.
pub fn fitted(order: &[u32], count: usize) -> Vec<u32> {
    let mut keys: Vec<u32> = order.iter().copied().take(count).collect();
    while keys.len() < count {
        keys.push(fresh(&keys));
    }
    keys
}
