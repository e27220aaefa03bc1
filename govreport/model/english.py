"""English names of the statute's tables, items, rows, columns and sections, by key.

The statute has no official translation; these are the project's own names, close to the Chinese.
"""

TABLES = {
    "proactive_disclosure": "Proactive disclosure of government information",
    "applications": "Applications for government information received and handled",
    "reviews": "Administrative reconsideration and litigation over government information",
}

SECTIONS = {
    "overview": "Overview",
    "proactive_disclosure": "Proactive disclosure of government information",
    "applications": "Applications for government information received and handled",
    "reviews": "Administrative reconsideration and litigation over government information",
    "problems": "Main problems and improvements",
    "other_matters": "Other matters to report",
    "other": "Other section",
}

ITEMS = {
    "article_20_1": "Article 20, item 1",
    "article_20_5": "Article 20, item 5",
    "article_20_6": "Article 20, item 6",
    "article_20_8": "Article 20, item 8",
    "article_20_9": "Article 20, item 9",
}

ROWS = {
    # Table 2
    "regulations": "Government rules",
    "normative_documents": "Administrative normative documents",
    "administrative_licensing": "Administrative licensing",
    "other_public_services": "Other services of external administration",
    "administrative_penalties": "Administrative penalties",
    "administrative_compulsion": "Administrative compulsion",
    "administrative_fees": "Administrative fees",
    "centralized_procurement": "Centralized government procurement",
    # Table 3
    "new_received": "Applications newly received this year",
    "carried_over": "Applications carried over from the previous year",
    "granted": "Disclosed",
    "partially_granted": "Disclosed in part",
    "state_secret": "Refused: state secret",
    "prohibited_by_law": "Refused: disclosure prohibited by other laws or administrative regulations",
    "security_and_stability": "Refused: would endanger security or social stability",
    "third_party_rights": "Refused: lawful rights of third parties",
    "internal_affairs": "Refused: internal affairs (three kinds)",
    "process_information": "Refused: information on work in progress (four kinds)",
    "enforcement_file": "Refused: administrative enforcement file",
    "administrative_inquiry": "Refused: matter of administrative inquiry",
    "not_held": "Unavailable: information not held by this organ",
    "needs_creation": "Unavailable: information would have to be created",
    "still_unclear": "Unavailable: application still unclear after correction",
    "petition_or_complaint": "Not handled: petition, report or complaint",
    "repeated_request": "Not handled: repeated application",
    "publication_request": "Not handled: request for a public publication",
    "excessive_requests": "Not handled: many repeated applications without good reason",
    "confirm_or_reissue": "Not handled: request to confirm or reissue information already obtained",
    "overdue_correction": "Handled otherwise: not corrected in time, no longer handled",
    "overdue_fee": "Handled otherwise: fee not paid in time, no longer handled",
    "other_reasons": "Handled otherwise: other",
    "other_handling": "Handled otherwise",
    "handled_total": "Results in total",
    "carried_forward": "Carried forward to the next year",
    # Table 4
    "reconsideration": "Administrative reconsideration",
    "direct_litigation": "Litigation without prior reconsideration",
    "litigation_after_reconsideration": "Litigation after reconsideration",
}

COLUMNS = {
    # Table 2
    "issued": "Issued this year",
    "repealed": "Repealed this year",
    "in_force": "In force",
    "newly_made": "Newly made this year",
    "newly_disclosed": "Newly disclosed this year",
    "total_disclosed": "Disclosed to the public in total",
    "previous_year_items": "Items in the previous year",
    "change": "Increase or decrease this year",
    "decisions": "Decisions this year",
    "amount_collected": "Amount collected this year",
    "projects": "Procurement projects",
    "total_amount": "Total amount of procurement",
    # Table 3
    "natural_person": "Natural persons",
    "commercial_enterprise": "Commercial enterprises",
    "research_institution": "Research institutions",
    "public_welfare_organization": "Public welfare organizations",
    "legal_service_organization": "Legal service organizations",
    "other_organization": "Other organizations",
    "total": "Total",
    # Table 4
    "upheld": "Upheld",
    "corrected": "Corrected",
    "other_outcome": "Other outcome",
    "pending": "Pending",
}

UNITS = {"件": "items", "万元": "10,000 CNY", "元": "CNY"}
"""The units of the statute; other units that reports print have no translation here."""

RESULTS = {
    "state_secret": "Refused",
    "not_held": "Unavailable",
    "petition_or_complaint": "Not handled",
    "overdue_correction": "Handled otherwise",
    "other_handling": "Handled otherwise",
}
"""The kinds of results of table 3 that have several rows, by the key of the first."""

LITIGATION = "Administrative litigation"
"""Both rows of litigation of table 4."""
