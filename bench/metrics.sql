-- One line an indicator: name|SQL. {y} is the year, {p} the year before.
output|SELECT sum(output) FROM monthly WHERE month >= '{y}-01' AND month <= '{y}-12'
revenue|SELECT sum(revenue) FROM monthly WHERE month >= '{y}-01' AND month <= '{y}-12'
profit|SELECT sum(profit) FROM monthly WHERE month >= '{y}-01' AND month <= '{y}-12'
tax|SELECT sum(tax) FROM monthly WHERE month >= '{y}-01' AND month <= '{y}-12'
exports|SELECT sum(exports) FROM monthly WHERE month >= '{y}-01' AND month <= '{y}-12'
energy|SELECT sum(energy) FROM monthly WHERE month >= '{y}-01' AND month <= '{y}-12'
electricity|SELECT sum(electricity) FROM monthly WHERE month >= '{y}-01' AND month <= '{y}-12'
employees|SELECT sum(employees) FROM monthly WHERE month = '{y}-12'
output_growth|SELECT (a / nullif(b, 0) - 1) * 100 FROM (SELECT (SELECT sum(output) FROM monthly WHERE month >= '{y}-01' AND month <= '{y}-12') a, (SELECT sum(output) FROM monthly WHERE month >= '{p}-01' AND month <= '{p}-12') b)
revenue_growth|SELECT (a / nullif(b, 0) - 1) * 100 FROM (SELECT (SELECT sum(revenue) FROM monthly WHERE month >= '{y}-01' AND month <= '{y}-12') a, (SELECT sum(revenue) FROM monthly WHERE month >= '{p}-01' AND month <= '{p}-12') b)
profit_growth|SELECT (a / nullif(b, 0) - 1) * 100 FROM (SELECT (SELECT sum(profit) FROM monthly WHERE month >= '{y}-01' AND month <= '{y}-12') a, (SELECT sum(profit) FROM monthly WHERE month >= '{p}-01' AND month <= '{p}-12') b)
tax_growth|SELECT (a / nullif(b, 0) - 1) * 100 FROM (SELECT (SELECT sum(tax) FROM monthly WHERE month >= '{y}-01' AND month <= '{y}-12') a, (SELECT sum(tax) FROM monthly WHERE month >= '{p}-01' AND month <= '{p}-12') b)
over_band|SELECT count(*) FROM (SELECT enterprise FROM monthly WHERE month >= '{y}-01' AND month <= '{y}-12' GROUP BY enterprise HAVING sum(output) >= 10000)
over_upper_band|SELECT count(*) FROM (SELECT enterprise FROM monthly WHERE month >= '{y}-01' AND month <= '{y}-12' GROUP BY enterprise HAVING sum(output) >= 100000)
over_tax_band|SELECT count(*) FROM (SELECT enterprise FROM monthly WHERE month >= '{y}-01' AND month <= '{y}-12' GROUP BY enterprise HAVING sum(tax) >= 1000)
losing|SELECT count(*) FROM (SELECT enterprise FROM monthly WHERE month >= '{y}-01' AND month <= '{y}-12' GROUP BY enterprise HAVING sum(profit) < 0)
exporting|SELECT count(DISTINCT enterprise) FROM monthly WHERE month >= '{y}-01' AND month <= '{y}-12' AND exports > 0
core_output|SELECT sum(m.output) FROM monthly m JOIN enterprise e ON e.code = m.enterprise WHERE e.zone = '核心区' AND month >= '{y}-01' AND month <= '{y}-12'
core_share|SELECT sum(CASE WHEN e.zone = '核心区' THEN m.output ELSE 0 END) / sum(m.output) * 100 FROM monthly m JOIN enterprise e ON e.code = m.enterprise WHERE month >= '{y}-01' AND month <= '{y}-12'
export_share|SELECT sum(exports) / sum(revenue) * 100 FROM monthly WHERE month >= '{y}-01' AND month <= '{y}-12'
profit_margin|SELECT sum(profit) / sum(revenue) * 100 FROM monthly WHERE month >= '{y}-01' AND month <= '{y}-12'
tax_burden|SELECT sum(tax) / sum(revenue) * 100 FROM monthly WHERE month >= '{y}-01' AND month <= '{y}-12'
output_per_revenue|SELECT sum(output) / sum(revenue) * 100 FROM monthly WHERE month >= '{y}-01' AND month <= '{y}-12'
average_output|SELECT avg(output) FROM monthly WHERE month >= '{y}-01' AND month <= '{y}-12'
highest_output|SELECT max(output) FROM monthly WHERE month >= '{y}-01' AND month <= '{y}-12'
lowest_output|SELECT min(output) FROM monthly WHERE month >= '{y}-01' AND month <= '{y}-12'
forms|SELECT count(*) FROM monthly WHERE month >= '{y}-01' AND month <= '{y}-12'
losing_forms|SELECT count(*) FROM monthly WHERE month >= '{y}-01' AND month <= '{y}-12' AND profit < 0
reporters|SELECT count(DISTINCT enterprise) FROM monthly WHERE month >= '{y}-01' AND month <= '{y}-12'
energy_users|SELECT count(DISTINCT enterprise) FROM monthly WHERE month >= '{y}-01' AND month <= '{y}-12' AND energy > 0
