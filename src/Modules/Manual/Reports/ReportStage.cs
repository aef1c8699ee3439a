namespace EcoPark.Modules.Manual.Reports;

/// <summary>Where a report stands.</summary>
public enum ReportStage
{
    /// <summary>The enterprise is at it.</summary>
    Draft = 1,

    /// <summary>The park is to look at it.</summary>
    Submitted = 2,

    /// <summary>The park wants something changed.</summary>
    Returned = 3,

    /// <summary>It stands.</summary>
    Approved = 4,
}
