using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace EcoPark.Platform.Data;

/// <summary>Tells a database that is away, full or overtaken from a fault of the program.</summary>
public static class DatabaseTrouble
{
    /// <summary>SQLITE_BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN.</summary>
    private static readonly int[] SqliteCodes = [5, 6, 8, 10, 13, 14];

    /// <summary>Classes of SQLSTATE: connection, resources (disk full, too many connections), operator intervention (shut down), system error.</summary>
    private static readonly string[] StateClasses = ["08", "53", "57", "58"];

    /// <summary>Whether somewhere within the exception the database said that it cannot serve now. What was asked may be asked again.</summary>
    public static bool IsOne(Exception? exception) => exception switch
    {
        null => false,
        SqliteException sqlite => SqliteCodes.Contains(sqlite.SqliteErrorCode),
        DbException { SqlState: { Length: 5 } state } => StateClasses.Contains(state[..2]),
        // Without a state the server said nothing: the connection failed or broke.
        DbException { IsTransient: true } => true,
        DbException { InnerException: IOException or TimeoutException or System.Net.Sockets.SocketException } => true,
        AggregateException many => many.InnerExceptions.Any(IsOne),
        _ => IsOne(exception.InnerException),
    };
}
