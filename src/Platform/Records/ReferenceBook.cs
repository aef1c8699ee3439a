namespace EcoPark.Platform.Records;

/// <summary>Titles of what references mean, gathered before checking or showing many values.</summary>
public sealed class ReferenceBook
{
    private readonly Dictionary<(string Target, int Id), RecordTitle> _byId = [];
    private readonly Dictionary<(string Target, string Title), List<RecordTitle>> _byTitle = [];

    public RecordTitle? Find(string target, int id) => _byId.GetValueOrDefault((target, id));

    public IReadOnlyList<RecordTitle> Find(string target, string title) => _byTitle.GetValueOrDefault((target, title)) ?? [];

    /// <param name="also">Other names by which it may be meant.</param>
    public void Add(string target, RecordTitle title, params IEnumerable<string> also)
    {
        if (!_byId.TryAdd((target, title.Id), title))
            return;
        foreach (var name in also.Prepend(title.Title).Distinct())
        {
            if (!_byTitle.TryGetValue((target, name), out var same))
                _byTitle[(target, name)] = same = [];
            same.Add(title);
        }
    }
}
