"""Read, hold, write and convert 政府信息公开工作年度报告."""
