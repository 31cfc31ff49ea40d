"""The forms of the site, under the name by which the ledger's pages know them."""

from common.web.forms import facts, field, form_dialog, number_in, search_field, telling, whole_number

__all__ = ["facts", "field", "form_dialog", "number_in", "search_field", "telling", "whole_number"]
