namespace EcoPark.Reports.Statistics;

/// <summary>A place of the table: members of the row axes and of the column, by their keys; empty where there is no such axis.</summary>
internal readonly record struct Place(string First, string Second, string Column);
