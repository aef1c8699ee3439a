using Microsoft.AspNetCore.Components;

namespace EcoPark.Web.Components;

/// <summary>A column of a list.</summary>
/// <param name="Name">In the address.</param>
/// <param name="Title">Chinese.</param>
/// <param name="Text">What it says of a row; also in the export.</param>
public sealed record ListColumn<T>(string Name, string Title, Func<T, string> Text)
{
    /// <summary>The server can sort by it.</summary>
    public bool IsSortable { get; init; }

    public bool IsNumber { get; init; }

    /// <summary>Shown before anybody chooses.</summary>
    public bool IsListed { get; init; } = true;

    /// <summary>Looks other than its text.</summary>
    public RenderFragment<T>? Cell { get; init; }

    public string Class { get; init; } = "";
}
