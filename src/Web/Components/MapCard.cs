namespace EcoPark.Web.Components;

/// <summary>What the map says of one object beside it.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Kind">What it is, Chinese.</param>
/// <param name="Href">Its page.</param>
public sealed record MapCard(string Title, string Kind, string Href)
{
    /// <summary>How it is now.</summary>
    public MapSign? Sign { get; init; }

    /// <summary>Whom it belongs to; empty for the park.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Why it is so.</summary>
    public string Note { get; init; } = "";

    public IReadOnlyList<MapValue> Values { get; init; } = [];

    /// <summary>Time of the values where they have one in common, UTC.</summary>
    public DateTime? At { get; init; }

    /// <summary>Further pages: curve, alarms.</summary>
    public IReadOnlyList<(string Title, string Href)> Links { get; init; } = [];
}

/// <summary>A value on the card.</summary>
/// <param name="Name">Factor.</param>
/// <param name="Text">Figure, “—” where there is none.</param>
/// <param name="Unit">Unit.</param>
public sealed record MapValue(string Name, string Text, string Unit)
{
    /// <summary>Limit with its unit; empty for none.</summary>
    public string Limit { get; init; } = "";

    /// <summary>达标, 超标, or what the flag of the reading means; empty where nothing is to be said.</summary>
    public string State { get; init; } = "";

    /// <summary>Over the limit.</summary>
    public bool IsBad { get; init; }

    /// <summary>Time of the value where each has its own, UTC.</summary>
    public DateTime? At { get; init; }

    /// <summary>Its curve.</summary>
    public string Href { get; init; } = "";
}
