"""The official form as a workbook: made, filled in by people or programs, and read back."""
