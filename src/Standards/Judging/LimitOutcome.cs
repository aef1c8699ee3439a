namespace EcoPark.Standards;

/// <summary>What came of a judgement.</summary>
public enum LimitOutcome
{
    /// <summary>达标.</summary>
    Pass,

    /// <summary>超标.</summary>
    Fail,

    /// <summary>无限值: no standard in force has a limit for this.</summary>
    NoLimit,

    /// <summary>无法判定: value missing, unit that does not convert, detection limit above the limit …</summary>
    CannotJudge,
}
