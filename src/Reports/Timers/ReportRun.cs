namespace EcoPark.Reports.Timers;

/// <summary>What has become of a report that was due.</summary>
public enum RunState
{
    /// <summary>待出: to be made, or to be tried again.</summary>
    Waiting = 0,

    /// <summary>已出.</summary>
    Issued = 1,

    /// <summary>无数据: its period has nothing to tell of.</summary>
    NoData = 2,

    /// <summary>失败: given up.</summary>
    Failed = 3,
}

/// <summary>A report that a timer owes: one a timer, period and subject, so that none is made twice and none forgotten.</summary>
public sealed class ReportRun
{
    public int Id { get; set; }

    public int TimerId { get; set; }

    /// <summary>Name of the timer when it was due.</summary>
    public string Timer { get; set; } = "";

    /// <summary><see cref="ReportPeriod.Key"/>.</summary>
    public string Period { get; set; } = "";

    /// <summary><see cref="ReportSubject.Key"/>; empty for the park.</summary>
    public string Subject { get; set; } = "";

    public string SubjectName { get; set; } = "";

    public DateTime DueAt { get; set; }

    public RunState State { get; set; }

    /// <summary>When it is tried, or tried again.</summary>
    public DateTime NextAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>Why it waits, has nothing or failed, Chinese.</summary>
    public string Outcome { get; set; } = "";

    public DateTime? DoneAt { get; set; }

    /// <summary>0 where there is none.</summary>
    public int IssuedId { get; set; }

    /// <summary>The file is still to be put into the folder.</summary>
    public bool IsFolderDue { get; set; }
}

/// <summary>How far the periods of a timer have been taken up.</summary>
public sealed class ReportTimerMark
{
    public int TimerId { get; set; }

    /// <summary>Last day of the last period whose reports are on the list.</summary>
    public DateOnly Through { get; set; }
}
