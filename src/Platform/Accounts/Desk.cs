namespace EcoPark.Platform.Accounts;

/// <summary>What somebody sits down to: what the overview shows first. A role names it; an enterprise's account has its own.</summary>
public enum Desk
{
    /// <summary>值守: what is wrong now.</summary>
    Duty = 0,

    /// <summary>管理: how it went, and what is late.</summary>
    Direction = 1,

    /// <summary>现场: what is open, in the hand.</summary>
    Field = 2,

    /// <summary>企业: what the enterprise has to do, and how its own outlets are.</summary>
    Enterprise = 3,
}

/// <summary>Desks in Chinese.</summary>
public static class Desks
{
    /// <summary>Those that roles of the park can name.</summary>
    public static readonly IReadOnlyList<Desk> OfPark = [Desk.Duty, Desk.Direction, Desk.Field];

    public static string Of(Desk desk) => desk switch { Desk.Duty => "值守", Desk.Direction => "管理", Desk.Field => "现场", _ => "企业" };
}
