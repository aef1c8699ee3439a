using Microsoft.AspNetCore.Components;

namespace EcoPark.Web.Components;

/// <summary>A column of a list.</summary>
/// <param name="Name">In the address.</param>
/// <param name="Title">Chinese.</param>
/// <param name="Text">What it says of a row; also in the export.</param>
public sealed record ListColumn<T>(string Name, string Title, Func<T, string> Text)
{
    private readonly bool _isNumber;

    /// <summary>The server can sort by it.</summary>
    public bool IsSortable { get; init; }

    /// <summary>Its number where it has one: what the export writes, and rows in memory are put in order by.</summary>
    public Func<T, double?>? Number { get; init; }

    /// <summary>A share: shown in percent, and so exported.</summary>
    public bool IsShare { get; init; }

    /// <summary>Stands to the right.</summary>
    public bool IsNumber { get => _isNumber || Number is not null; init => _isNumber = value; }

    /// <summary>Heading of its column in an export.</summary>
    public string Heading => IsShare ? $"{Title}（%）" : Title;

    /// <summary>What an export writes: numbers as numbers.</summary>
    public object? Exported(T row) => Number is null ? Text(row) : Number(row) is { } number ? IsShare ? Math.Round(number * 100, 4) : number : null;

    /// <summary>Shown before anybody chooses.</summary>
    public bool IsListed { get; init; } = true;

    /// <summary>Looks other than its text.</summary>
    public RenderFragment<T>? Cell { get; init; }

    public string Class { get; init; } = "";
}
