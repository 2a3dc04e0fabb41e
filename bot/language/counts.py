"""Small numbers in words, for the readers that match whole sentences; the others have the vocabulary's."""

from collections.abc import Mapping

TO_TEN: Mapping[str, int] = {
    word: number
    for number, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1)
}
