//! What day it is where the person is, and how much time has passed.

use crate::date::Date;
use std::time::Duration;

/// Today, by the browser's clock and time zone; none where the clock is out of all range.
pub fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    let year = u16::try_from(now.get_full_year()).ok()?;
    Date::checked(year, now.get_month() as u8 + 1, now.get_date() as u8)
}

/// The time since 1970, to the millisecond; a person may set the clock back.
pub fn now() -> Duration {
    Duration::from_millis(js_sys::Date::now() as u64)
}
