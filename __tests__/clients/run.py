"""Runs the unittest module that is named on the command line; prints one JSON line per test: its name and, where it
failed, how."""

import json
import sys
import unittest


class Lines(unittest.TestResult):
    def stopTest(self, test):
        bad = [text for failed, text in self.failures + self.errors if getattr(failed, "test_case", failed) is test]
        print(json.dumps({"name": test.id().split(".")[-1], "problem": "\n".join(bad)}), flush=True)
        super().stopTest(test)


suite = unittest.defaultTestLoader.loadTestsFromName(sys.argv[1])
result = suite.run(Lines())
# What fails outside of a test, as an import or a setUpClass does, has no line of its own.
for test, text in result.errors:
    if not isinstance(test, unittest.TestCase) or "_FailedTest" in str(test):
        sys.stderr.write(text)
