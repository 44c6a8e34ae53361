"""Reading what wrk says, and the table that is made of it."""

from __future__ import annotations

import pytest

from .load import Case, Figures, figures, table

SAID = """Running 5s test @ http://127.0.0.1:8080/anli/
  1 threads and 32 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency     2.10ms    3.52ms  60.11ms   92.50%
    Req/Sec    21.30k     1.20k   23.01k    60.00%
  Latency Distribution
     50%  912.00us
     75%    1.72ms
     90%    4.35ms
     99%    1.20s
  105932 requests in 5.00s, 1.05GB read
Requests/sec:  21186.40
Transfer/sec:    100.00MB
"""
HOME = Case("home page", "", "br")


def test_figures_are_read_in_one_unit():
    assert figures(HOME, SAID, 5639) == Figures(
        "home page", "br", 5639, requests=21186.4, megabytes=104.8576, half=0.912, most=1200.0
    )


def test_an_answer_without_figures_is_shown():
    with pytest.raises(SystemExit, match="unable to connect"):
        figures(HOME, "unable to connect to 127.0.0.1:8080 Connection refused", 0)


def test_the_table_compares_with_one_byte():
    unit = Figures("one byte", "gzip", 1, 40000.0, 10.0, 0.5, 1.0)
    assert list(table([unit, figures(HOME, SAID, 5639)], unit.requests)) == [
        "                       bytes  requests/s    MB/s  p50 ms  p99 ms  /byte",
        "one byte       gzip        1      40,000    10.0    0.50    1.00   1.00",
        "home page      br      5,639      21,186   104.9    0.91 1200.00   0.53",
    ]
