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

    /// <summary>Path of a file in the data folder, which is created where it is missing and is the service's alone (0700).</summary>
    public string PathOf(string file)
    {
        Directory.CreateDirectory(DataFolder);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(DataFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return Path.GetFullPath(Path.Combine(DataFolder, file));
    }

    /// <summary>Path of a SQLite file that nobody else may read (0600). SQLite gives the files beside it the same mode.</summary>
    public string PathOfDatabase(string file)
    {
        var path = PathOf(file);
        if (OperatingSystem.IsWindows())
            return path;

        const UnixFileMode own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        if (!File.Exists(path))
            new FileStream(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, UnixCreateMode = own }).Dispose();
        foreach (var one in new[] { path, path + "-wal", path + "-shm" }.Where(File.Exists))
            File.SetUnixFileMode(one, own);
        return path;
    }
}
