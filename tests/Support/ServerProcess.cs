using System.Diagnostics;

namespace EcoPark.Support;

/// <summary>The real server in a process of its own, on free ports; killed by its id.</summary>
public sealed class ServerProcess : TestServer
{
    /// <summary>Folder of the published server, set by <c>./test</c>; otherwise what was built beside the tests is run.</summary>
    private const string PublishedVariable = "ECOPARK_TEST_SERVER";

    /// <summary>The program as users get it, or as it was built in the tests' configuration.</summary>
    public static readonly string Program = FindProgram(Path.Combine("src", "Server"), "EcoPark.Server.dll");

    /// <summary>The server with the module of tests/Sample added by a host of its own.</summary>
    public static readonly string Sample = FindProgram(Path.Combine("tests", "Sample"), "EcoPark.Sample.dll");

    private readonly Process _process;
    private readonly bool _ownsFolder;

    private ServerProcess(Process process, int http, int gateway, string folder, bool ownsFolder)
        : base(http, gateway, folder) => (_process, _ownsFolder) = (process, ownsFolder);

    /// <summary>Resident memory.</summary>
    public long MemoryBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Processor time used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts a server and waits until it is ready.</summary>
    /// <param name="folder">Data folder, kept when the server ends; a temporary one by default.</param>
    /// <param name="postgres">Connection string; SQLite by default.</param>
    /// <param name="gateway">Port of the gateway; a free one by default.</param>
    /// <param name="arguments">More settings.</param>
    public static Task<ServerProcess> Start(string? folder = null, string? postgres = null, int gateway = 0, params string[] arguments) =>
        Start(Program, signsIn: true, folder, postgres, gateway, arguments);

    /// <summary>A first start as an administrator finds it: nobody has signed in yet.</summary>
    public static Task<ServerProcess> StartNew(string? postgres = null, params string[] arguments) => Start(Program, signsIn: false, null, postgres, 0, arguments);

    /// <summary>Starts another host of the server, such as <see cref="Sample"/>.</summary>
    public static Task<ServerProcess> StartHost(string program, string? postgres = null) => Start(program, signsIn: true, null, postgres, 0, []);

    private static async Task<ServerProcess> Start(string program, bool signsIn, string? folder, string? postgres, int gateway, string[] arguments)
    {
        var ownsFolder = folder is null;
        folder ??= NewFolder();
        var http = FreePort();
        gateway = gateway == 0 ? FreePort() : gateway;
        var start = new ProcessStartInfo("dotnet", [program, .. ArgumentsOf(http, gateway, folder, arguments)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
            // Short lives: what is profiled at first is never earned back.
            Environment = { ["DOTNET_TieredPGO"] = "0", ["EcoPark__MasterKey"] = MasterKey },
        };
        if (postgres is not null)
            start.Environment["EcoPark__Database__Postgres"] = postgres;
        var process = Process.Start(start)!;
        var output = new LastLines();
        process.OutputDataReceived += (_, line) => output.Add(line.Data);
        process.ErrorDataReceived += (_, line) => output.Add(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new ServerProcess(process, http, gateway, folder, ownsFolder);
        await server.WaitUntilReady(output);
        await server.Begin(output.ToString(), signsIn);
        return server;
    }

    /// <summary>kill -9: no farewell, nothing written on the way out.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public override async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
        await base.DisposeAsync();
        if (_ownsFolder)
            Directory.Delete(Folder, recursive: true);
    }

    private async Task WaitUntilReady(LastLines output)
    {
        var deadline = Stopwatch.StartNew();
        while (deadline.Elapsed < TimeSpan.FromSeconds(180))
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"The server ended at once:\n{output}");
            try
            {
                if ((await Client.GetAsync("/health")).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50); // Not listening yet.
            }
        }

        throw new TimeoutException($"The server did not become ready:\n{output}");
    }

    private static string FindProgram(string project, string program)
    {
        if (Environment.GetEnvironmentVariable(PublishedVariable) is { Length: > 0 } published && File.Exists(Path.Combine(published, program)))
            return Path.Combine(published, program);
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var root = here;
        while (!File.Exists(Path.Combine(root.FullName, "EcoPark.slnx")))
            root = root.Parent ?? throw new InvalidOperationException("EcoPark.slnx was not found above the tests.");
        var configuration = here.FullName.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
        return Path.Combine(root.FullName, project, "bin", configuration, "net10.0", program);
    }

    private sealed class LastLines
    {
        private readonly Queue<string> _lines = new();

        public void Add(string? line)
        {
            if (line is null)
                return;
            lock (_lines)
            {
                _lines.Enqueue(line);
                if (_lines.Count > 200)
                    _lines.Dequeue();
            }
        }

        public override string ToString()
        {
            lock (_lines)
                return string.Join('\n', _lines);
        }
    }
}
