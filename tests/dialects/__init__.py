"""What extraction programs print of reports that the project invents, with the truth beside it."""
