"""Identifiers: numbers, accounts, homes and other facts that lead to one person."""
