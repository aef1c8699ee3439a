namespace EcoPark.Support;

/// <summary>The databases everything must work on.</summary>
public enum Database
{
    Sqlite,
    Postgres,
}
