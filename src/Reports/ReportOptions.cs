namespace EcoPark.Reports;

/// <summary>Settings of the reports, section EcoPark:Reports.</summary>
public sealed class ReportOptions
{
    /// <summary>Where timers put files: a folder that all nodes see; empty for none.</summary>
    public string Folder { get; set; } = "";
}
