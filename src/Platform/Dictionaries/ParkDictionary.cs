using System.Reflection;

namespace EcoPark.Platform.Dictionaries;

/// <summary>An entry of a dictionary.</summary>
/// <param name="Code">Unique within the dictionary.</param>
/// <param name="Name">Chinese.</param>
/// <param name="Parent">Code of the entry above; empty at the top.</param>
public sealed record DictionaryItem(string Code, string Name, string Parent = "");

/// <summary>A list of codes that others keep (a standard, an authority), with where it comes from.</summary>
public sealed class ParkDictionary
{
    private readonly Func<IReadOnlyList<DictionaryItem>> _items;
    private Index _index = new([]);

    public ParkDictionary(string name, string title, string source, string version, IReadOnlyList<DictionaryItem> items)
        : this(name, title, source, version, () => items)
    {
    }

    /// <summary>A dictionary of something that the platform itself keeps, and that may change.</summary>
    /// <param name="items">The entries now; the same list again while nothing has changed.</param>
    public ParkDictionary(string name, string title, string source, string version, Func<IReadOnlyList<DictionaryItem>> items) =>
        (Name, Title, Source, Version, _items) = (name, title, source, version, items);

    /// <summary>Other spellings: the code that a text stands for, or null.</summary>
    public Func<string, string?>? Aliases { get; init; }

    /// <summary>By which fields name it.</summary>
    public string Name { get; }

    public string Title { get; }

    public string Source { get; }

    public string Version { get; }

    public IReadOnlyList<DictionaryItem> Items => Now.Items;

    private Index Now
    {
        get
        {
            var items = _items();
            var index = _index;
            return ReferenceEquals(index.Items, items) ? index : _index = new Index(items);
        }
    }

    public DictionaryItem? Find(string code) => Now.ByCode.GetValueOrDefault(code);

    /// <summary>By code, by name where only one entry has it, by “code name”, or by another spelling.</summary>
    public DictionaryItem? Recognize(string text)
    {
        var trimmed = text.Trim();
        if (Find(trimmed) is { } byCode)
            return byCode;
        if (Now.ByName[trimmed].Take(2).ToList() is [var only])
            return only;
        if (trimmed.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space && Find(trimmed[..space]) is { } byBoth)
            return byBoth;
        return Aliases?.Invoke(trimmed) is { } code ? Find(code) : null;
    }

    /// <summary>“2614 有机化学原料制造”; the code alone where it is unknown.</summary>
    public string Text(string code) => Find(code) is { } item && item.Code != item.Name ? $"{item.Code} {item.Name}" : code;

    /// <summary>From the top down to the entry.</summary>
    public IReadOnlyList<DictionaryItem> PathTo(string code)
    {
        var path = new List<DictionaryItem>();
        for (var item = Find(code); item is not null; item = item.Parent.Length == 0 ? null : Find(item.Parent))
            path.Insert(0, item);
        return path;
    }

    /// <summary>The entry and all below it.</summary>
    public IReadOnlyList<string> Under(string code)
    {
        var found = new List<string> { code };
        for (var next = 0; next < found.Count; next++)
            found.AddRange(Items.Where(item => item.Parent == found[next]).Select(item => item.Code));
        return found;
    }

    /// <summary>Entries whose code begins with the text or whose name has it, at most <paramref name="most"/>.</summary>
    public IReadOnlyList<DictionaryItem> Search(string? text, int most) =>
        [.. Items.Where(item => string.IsNullOrWhiteSpace(text) || item.Code.StartsWith(text.Trim(), StringComparison.OrdinalIgnoreCase) || Text(item.Code).Contains(text.Trim(), StringComparison.OrdinalIgnoreCase)).Take(most)];

    /// <summary>From a CSV beside the code: comment lines with #, then code,name,parent.</summary>
    public static ParkDictionary FromResource(Assembly assembly, string file, string name, string title, string source, string version)
    {
        using var stream = assembly.GetManifestResourceNames().Single(one => one.EndsWith("." + file, StringComparison.Ordinal)) is { } resource ? assembly.GetManifestResourceStream(resource)! : Stream.Null;
        using var reader = new StreamReader(stream);
        var items = new List<DictionaryItem>();
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#') && line.Split(',') is [var code, var text, var parent] && code != "code")
                items.Add(new DictionaryItem(code, text, parent));
        }

        return new ParkDictionary(name, title, source, version, items);
    }

    private sealed class Index(IReadOnlyList<DictionaryItem> items)
    {
        public IReadOnlyList<DictionaryItem> Items { get; } = items;

        public Dictionary<string, DictionaryItem> ByCode { get; } = items.ToDictionary(item => item.Code, StringComparer.OrdinalIgnoreCase);

        public ILookup<string, DictionaryItem> ByName { get; } = items.ToLookup(item => item.Name, StringComparer.Ordinal);
    }
}
