using System.Diagnostics;
using System.Text.Json;

namespace EcoPark.Forecasting;

/// <summary>
/// Training needs half a gigabyte and all of a processor for minutes: a process of its own has the lowest priority and gives its memory back at its end, so that pages and telegrams never wait for it.
/// It is the same program, told by its command line to train what it reads and to write the result.
/// </summary>
public static class TrainingProcess
{
    /// <summary>Argument that makes the program train instead of serve.</summary>
    public const string Command = "--train";

    /// <summary>Trains in a process of its own.</summary>
    /// <exception cref="IOException">It ended before it had a result; its last words are in the message.</exception>
    internal static async Task<TrainingResult> Run(TrainingWork work, CancellationToken cancellationToken)
    {
        using var process = Process.Start(Start()) ?? throw new IOException("The training process did not start.");
        try
        {
            var lastWords = process.StandardError.ReadToEndAsync(cancellationToken);
            try
            {
                await work.Write(process.StandardInput.BaseStream, cancellationToken).ConfigureAwait(false);
                process.StandardInput.Close();
            }
            catch (IOException)
            {
                // It has ended already, and says why below.
            }

            using var written = new MemoryStream();
            await process.StandardOutput.BaseStream.CopyToAsync(written, cancellationToken).ConfigureAwait(false);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            if (process.ExitCode != 0)
                throw new IOException($"The training process ended with code {process.ExitCode}: {await lastWords.ConfigureAwait(false)}");
            return JsonSerializer.Deserialize<TrainingResult>(written.GetBuffer().AsSpan(0, (int)written.Length)) ?? throw new IOException("The training process wrote no result.");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>What the process itself does.</summary>
    /// <returns>Its exit code.</returns>
    public static async Task<int> Serve(CancellationToken cancellationToken)
    {
        using (var self = Process.GetCurrentProcess())
            self.PriorityClass = ProcessPriorityClass.Idle;
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        await JsonSerializer.SerializeAsync(output, TrainingWork.Read(input).Do(cancellationToken), cancellationToken: cancellationToken).ConfigureAwait(false);
        return 0;
    }

    /// <summary>Started by <c>dotnet program.dll</c> or by its own name: the same way again.</summary>
    private static ProcessStartInfo Start()
    {
        var host = Environment.ProcessPath ?? throw new IOException("The program's own path is unknown.");
        var isDotnet = Path.GetFileNameWithoutExtension(host) == "dotnet";
        var start = new ProcessStartInfo(host, isDotnet ? [Environment.GetCommandLineArgs()[0], Command] : [Command])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Keys and passwords are none of its business.
        foreach (var setting in start.Environment.Keys.Where(name => name.StartsWith("EcoPark", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(setting);
        return start;
    }
}
