"""The pages of the documentation in Chinese, held beside their twins in English."""
