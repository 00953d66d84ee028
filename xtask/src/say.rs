//! Progress a person can read: one line a step, on stderr. Knows no step.

use std::time::Duration;

/// Announces a step: what is done and, if it is slow, roughly how long it takes.
pub fn step(what: &str) {
    eprintln!("› {what}");
}

/// Something worth knowing that stops nothing.
pub fn note(what: &str) {
    eprintln!("  {what}");
}

/// "48 s" or "3 min 5 s".
pub fn duration(time: Duration) -> String {
    match time.as_secs() {
        seconds @ 0..60 => format!("{seconds} s"),
        seconds => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_as_people_say_them() {
        assert_eq!(duration(Duration::from_millis(48_900)), "48 s");
        assert_eq!(duration(Duration::from_secs(185)), "3 min 5 s");
    }
}
