"""One reminder on every local day, in every zone there is: python -m benchmarks.zones.

Every IANA zone at 00:00, 00:30, 02:30 and 06:00 through 2028, and Apia around the day that it left out, held against
what walking through UTC a quarter of an hour at a time finds. The exit code is 1 when any of them do not agree.
"""

import sys
import zoneinfo
from multiprocessing import Pool
from pathlib import Path

from bot.library.library import load_thresholds
from tests.app.zone_days import SAMOA_2011, TIMES, YEAR_2028, faults

CONTENT = Path(__file__).parents[1] / "content"
AT_ONCE = 2


def look_at(zone: str) -> list[str]:
    """Return what is wrong in a zone through 2028."""
    zoneinfo.reset_tzpath(to=())
    return faults(zone, TIMES, YEAR_2028, load_thresholds(CONTENT / "thresholds.toml"))


def main() -> int:
    """Look at all zones and print what is wrong."""
    zoneinfo.reset_tzpath(to=())
    zones = sorted(zoneinfo.available_timezones())
    found = faults("Pacific/Apia", TIMES, SAMOA_2011, load_thresholds(CONTENT / "thresholds.toml"))
    with Pool(AT_ONCE) as pool:
        for done, wrong in enumerate(pool.imap_unordered(look_at, zones), start=1):
            found += wrong
            sys.stderr.write(f"\r{done} of {len(zones)} zones")
    sys.stderr.write("\n")
    for line in found:
        print(line)
    days = (YEAR_2028.last - YEAR_2028.first).days + 1
    print(f"{len(zones)} zones × {len(TIMES)} times × {days} days, and Apia in 2011: {len(found)} do not agree")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
