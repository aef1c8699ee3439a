namespace EcoPark.Platform.Data;

/// <summary>Which database keeps the park's data.</summary>
public enum DatabaseProvider
{
    /// <summary>Embedded; files in the data folder, no set-up.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server, for large parks and for several nodes.</summary>
    Postgres,
}

/// <summary>Settings <c>EcoPark:Database</c>. Naming a connection string is all it takes to use PostgreSQL.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "EcoPark:Database";

    /// <summary>Npgsql connection string; empty means SQLite in <see cref="DataFolder"/>.</summary>
    public string? Postgres { get; set; }

    /// <summary>Folder of the SQLite files and of the node's own keys.</summary>
    public string DataFolder { get; set; } = "data";

    public DatabaseProvider Provider => string.IsNullOrWhiteSpace(Postgres) ? DatabaseProvider.Sqlite : DatabaseProvider.Postgres;

    /// <summary>Path of a file in the data folder, which is created where it is missing.</summary>
    public string PathOf(string file)
    {
        Directory.CreateDirectory(DataFolder);
        return Path.GetFullPath(Path.Combine(DataFolder, file));
    }
}
