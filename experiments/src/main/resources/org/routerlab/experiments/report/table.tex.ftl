% Tables of the experiment [=page.name]. Needs \usepackage{booktabs}.
[#list page.tables as table]

\begin{table}[t]
  \centering
  \small
  \setlength{\tabcolsep}{4pt}
  \caption{[=table.caption]}
  \label{tab:[=table.label]}
  \begin{tabular}{[=table.columns]}
    \toprule
    [=table.headers?join(" & ")] \\
[#list table.groups as group]
    \midrule
[#list group as row]
    [=row?join(" & ")] \\
[/#list]
[/#list]
    \bottomrule
  \end{tabular}
[#if table.notes?has_content]

  \smallskip
  \begin{minipage}{\linewidth}
    \footnotesize
[#list table.notes as note]
    [=note][#sep]\\[/#sep]
[/#list]
  \end{minipage}
[/#if]
\end{table}
[/#list]
