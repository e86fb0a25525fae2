using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using InfoMonitor.Commands;

namespace InfoMonitor.Tests.Commands;

public sealed class JsonLinesBatchTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("infomonitor-batch").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Answers_come_in_the_order_of_the_input_whatever_the_order_of_the_work()
    {
        var lines = Enumerable.Range(0, 500).Select(i => $"{{\"id\":{i},\"text\":\"x\"}}");
        using var turn = new SemaphoreSlim(0);
        var (code, output, _) = await Run(string.Join('\n', lines), (line, _) =>
        {
            if (line.GetProperty("id").GetInt32() == 0) turn.Wait(CancellationToken.None); // the first line is done after the second
            if (line.GetProperty("id").GetInt32() == 1) turn.Release();
            return new { Length = line.Text("text").Length };
        });
        code.ShouldBe(ExitCodes.Ok);
        output.Select(l => l.GetProperty("id").GetInt32()).ShouldBe(Enumerable.Range(0, 500));
        output[7].GetProperty("length").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_line_that_fails_says_so_in_its_place_and_the_run_goes_on()
    {
        var (code, output, error) = await Run("""
            {"id":"a","text":"ok"}
            {"id":"b","text":
            {"id":"c"}
            [1]
            {"id":"d","text":7}
            {"id":"e","text":"throw"}

            {"id":"f","text":"ok"}
            """, (line, _) => line.Text("text") == "throw" ? throw new InvalidOperationException("broke") : new { Said = line.Text("text") });
        code.ShouldBe(ExitCodes.Found);
        output.Select(l => l.TryGetProperty("id", out var id) ? id.GetString() : $"line {l.GetProperty("line").GetInt32()}").ShouldBe(["a", "line 2", "c", "line 4", "d", "e", "f"]);
        output.Select(l => l.TryGetProperty("error", out _)).ShouldBe([false, true, true, true, true, true, false]);
        output[2].GetProperty("error").GetString().ShouldBe("\"text\" is missing");
        error.ShouldContain("5 of 7 lines failed");
    }

    [Fact]
    public async Task An_empty_batch_says_so()
    {
        var (code, output, error) = await Run("\n", (_, _) => new { });
        code.ShouldBe(ExitCodes.Ok);
        output.ShouldBeEmpty();
        error.ShouldContain("holds no line");
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task A_file_in_UTF_16_is_named_as_one_with_the_remedy(string encoding)
    {
        var input = Path.Combine(folder, "in.jsonl");
        await File.WriteAllTextAsync(input, "{\"id\":1,\"text\":\"a\"}\n", Encoding.GetEncoding(encoding));
        var error = new StringWriter();
        (await JsonLinesBatch.RunAsync(input, Path.Combine(folder, "out.jsonl"), (_, _) => new { }, error, CancellationToken.None)).ShouldBe(ExitCodes.NoInput);
        error.ToString().ShouldContain($"{input} cannot be read: It is UTF-16: save it as UTF-8");
    }

    [Fact]
    public async Task Gzip_is_read_by_content_and_written_by_name()
    {
        var input = Path.Combine(folder, "in.jsonl");
        await using (var gzip = new GZipStream(File.Create(input), CompressionLevel.Fastest)) gzip.Write("{\"id\":\"a\"}\n"u8);
        var output = Path.Combine(folder, "out.jsonl.gz");
        (await JsonLinesBatch.RunAsync(input, output, (_, _) => new { Ok = true }, TextWriter.Null, CancellationToken.None)).ShouldBe(ExitCodes.Ok);
        using var read = new StreamReader(new GZipStream(File.OpenRead(output), CompressionMode.Decompress));
        (await read.ReadToEndAsync()).ShouldBe("{\"id\":\"a\",\"ok\":true}\n");
    }

    [Fact]
    public async Task A_broken_gzip_file_is_answered_as_far_as_it_goes()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            for (var i = 0; i < 20_000; i++) gzip.Write(Encoding.UTF8.GetBytes($"{{\"id\":{i},\"noise\":\"{i * 7919L % 10007}\"}}\n"));
        var input = Path.Combine(folder, "in.gz");
        var bytes = packed.ToArray();
        bytes.AsSpan(bytes.Length / 2, 64).Fill(0xFF);
        await File.WriteAllBytesAsync(input, bytes);
        var output = Path.Combine(folder, "out");
        var error = new StringWriter();
        var code = await JsonLinesBatch.RunAsync(input, output, (_, _) => new { }, error, CancellationToken.None);
        (await File.ReadAllLinesAsync(output)).Length.ShouldBeInRange(1, 19_999);
        (code, error.ToString().Contains("breaks off", StringComparison.Ordinal)).ShouldBe((ExitCodes.NoInput, true));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(-1)]    // within the check sum and length that end a gzip file
    [InlineData(-8)]
    [InlineData(-9)]
    public async Task A_gzip_file_that_was_cut_off_is_an_error_that_names_the_last_good_line(double where)
    {
        var packed = Packed(20_000);
        var length = where < 0 ? packed.Length + (int)where : (int)(packed.Length * where);
        var input = Path.Combine(folder, "in.gz");
        await File.WriteAllBytesAsync(input, packed[..length]);
        var output = Path.Combine(folder, "out");
        var error = new StringWriter();
        (await JsonLinesBatch.RunAsync(input, output, (line, _) => new { Twice = 2 * line.GetProperty("id").GetInt32() }, error, CancellationToken.None)).ShouldBe(ExitCodes.NoInput);
        var lines = await File.ReadAllLinesAsync(output);
        lines.Length.ShouldBeInRange(1, 20_000);
        foreach (var (i, line) in lines.Index()) line.ShouldBe($"{{\"id\":{i},\"twice\":{2 * i}}}");
        error.ToString().ShouldContain($"{input} breaks off after line {lines.Length}: the gzip file is cut off");
    }

    [Theory]
    [InlineData(-1)]    // the length
    [InlineData(-5)]    // the check sum
    [InlineData(-400)]  // the lines themselves
    public async Task A_gzip_file_with_a_wrong_byte_is_called_damaged(int where)
    {
        var packed = Packed(5_000);
        packed[^-where] ^= 0x5A;
        var input = Path.Combine(folder, "in.gz");
        await File.WriteAllBytesAsync(input, packed);
        var error = new StringWriter();
        (await JsonLinesBatch.RunAsync(input, Path.Combine(folder, "out"), (_, _) => new { }, error, CancellationToken.None)).ShouldBe(ExitCodes.NoInput);
        error.ToString().ShouldContain("the gzip file is damaged.");
    }

    [Fact]
    public async Task A_folder_is_named_as_one_with_what_to_give()
    {
        var error = new StringWriter();
        (await JsonLinesBatch.RunAsync(folder, Path.Combine(folder, "out"), (_, _) => new { }, error, CancellationToken.None)).ShouldBe(ExitCodes.NoInput);
        error.ToString().ShouldStartWith($"{folder} is a folder. Give --batch a file of JSON lines");
        Should.Throw<FileNotFoundException>(() => AssessCommand.References(folder)).Message.ShouldStartWith($"{folder} is a folder. Give --references a file");
    }

    [Fact]
    public async Task Lines_that_are_not_UTF_8_are_counted_once_at_the_end_with_the_first_of_them()
    {
        byte[] input = [.. "{\"id\":1,\"text\":\"mưa\"}\n{\"id\":2,\"text\":\""u8, 0xE9, .. "\"}\n{\"id\":3,\"text\":\""u8, 0xFF, .. "\"}\n{\"id\":4,\"text\":\"x\"}\n"u8];
        var (code, output, error, _) = await RunRaw(input, (line, _) => new { Said = line.Text("text") });
        (code, output.Count, output[1].GetProperty("said").GetString()).ShouldBe((ExitCodes.Ok, 4, "\uFFFD"));
        error.ShouldBe($"2 lines hold bytes that are not UTF-8, the first line 2: each was read as U+FFFD. Save the file as UTF-8 to have them read right.{Environment.NewLine}");
        (await RunRaw("{\"id\":1,\"text\":\"mưa\"}\n"u8.ToArray(), (line, _) => new { Said = line.Text("text") })).Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("INT", ExitCodes.Interrupted)]
    [InlineData("TERM", ExitCodes.Terminated)]
    public async Task A_batch_that_is_stopped_tells_by_its_code_which_signal_it_was(string signal, int code)
    {
        // A run of the tests in a shell's background ignores Ctrl-C, and so would what it starts.
        var start = new ProcessStartInfo("env", [$"--default-signal={signal}", "dotnet", Path.Combine(AppContext.BaseDirectory, "infomonitor.dll"), "extract", "--batch", "-"]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var answers = process.StandardOutput.BaseStream.ReadAtLeastAsync(new byte[64 * 1024], 64 * 1024).AsTask();
        for (var i = 0; i < 3_000 && !answers.IsCompleted; i++) await process.StandardInput.WriteLineAsync("""{"id":"a page that answers for itself","html":"<p>x</p>"}""");   // until some are answered it may not listen for signals yet
        await process.StandardInput.FlushAsync();
        await answers;
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        var rest = process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        await rest;
        process.ExitCode.ShouldBe(code);
    }

    [Fact]
    public void The_readme_tells_every_exit_code()
    {
        var told = File.ReadLines(Path.Combine(Support.TestHome.Repository, "README.md")).Single(l => l.StartsWith("Exit codes:", StringComparison.Ordinal));
        foreach (var code in typeof(ExitCodes).GetFields().Select(f => (int)f.GetRawConstantValue()!)) told.ShouldContain($" {code} ");
        told.ShouldSatisfyAllConditions(t => t.ShouldContain("130 stopped before the end by Ctrl-C (SIGINT)"), t => t.ShouldContain("143 by SIGTERM"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300)]
    [InlineData(20_000)]
    public async Task A_whole_gzip_file_of_one_part_or_of_several_is_read_to_its_end(int count)
    {
        var input = Path.Combine(folder, "in.gz");
        await File.WriteAllBytesAsync(input, [.. Packed(count), .. Packed(count), .. Packed(3)]);
        var output = Path.Combine(folder, "out");
        var error = new StringWriter();
        (await JsonLinesBatch.RunAsync(input, output, (_, _) => new { }, error, CancellationToken.None)).ShouldBe(ExitCodes.Ok, error.ToString());
        (await File.ReadAllLinesAsync(output)).Length.ShouldBe(2 * count + 3);
    }

    private static byte[] Packed(int lines)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            for (var i = 0; i < lines; i++) gzip.Write(Encoding.UTF8.GetBytes($"{{\"id\":{i},\"noise\":\"{i * 7919L % 10007}\"}}\n"));
        return packed.ToArray();
    }

    [Fact]
    public async Task Vietnamese_letters_are_written_as_themselves()
    {
        var (_, _, _, raw) = await RunRaw("{\"id\":\"đ\",\"text\":\"quyền con người <b>&</b>\"}", (line, _) => new { Text = line.Text("text") });
        raw.ShouldBe("{\"id\":\"đ\",\"text\":\"quyền con người <b>&</b>\"}\n");
    }

    [Fact]
    public async Task Half_a_surrogate_pair_and_bytes_that_are_not_utf8_cost_one_letter_only()
    {
        var bytes = new List<byte>(Encoding.ASCII.GetBytes("{\"id\":1,\"text\":\"a\\ud800b \\ud83d\\ude00 \\\\ud800\"}\n{\"id\":2,\"text\":\"x"));
        bytes.Add(0xC3);
        bytes.AddRange(Encoding.ASCII.GetBytes("y\"}"));
        var (_, output, _, _) = await RunRaw([.. bytes], (line, _) => new { Text = line.Text("text") });
        output[0].GetProperty("text").GetString().ShouldBe("a\uFFFDb \U0001F600 \\ud800");
        output[1].GetProperty("text").GetString().ShouldBe("x\uFFFDy");
    }

    [Fact]
    public async Task Deep_recursion_in_one_line_does_not_end_the_process()
    {
        var (_, output, _) = await Run("{\"id\":1}", (_, _) => new { Depth = Down(200_000) });
        output[0].GetProperty("depth").GetInt32().ShouldBe(200_000);

        static int Down(int n) => n == 0 ? 0 : Down(n - 1) + 1;
    }

    [Fact]
    public async Task A_line_that_takes_too_long_is_given_up()
    {
        var input = Path.Combine(folder, "in");
        await File.WriteAllTextAsync(input, "{\"id\":1}\n");
        var output = Path.Combine(folder, "out");
        await JsonLinesBatch.RunAsync(input, output, (_, token) => { token.WaitHandle.WaitOne(); token.ThrowIfCancellationRequested(); return new { }; },
            TextWriter.Null, CancellationToken.None, TimeSpan.FromMilliseconds(20));
        (await File.ReadAllTextAsync(output)).ShouldContain("took longer than");
    }

    [Fact]
    public async Task A_missing_file_and_an_output_over_the_input_are_refused_with_the_remedy()
    {
        var error = new StringWriter();
        var missing = Path.Combine(folder, "none");
        (await JsonLinesBatch.RunAsync(missing, "-", (_, _) => new { }, error, CancellationToken.None)).ShouldBe(ExitCodes.NoInput);
        error.ToString().ShouldContain("--batch");
        (await JsonLinesBatch.RunAsync(missing, missing, (_, _) => new { }, error, CancellationToken.None)).ShouldBe(ExitCodes.Usage);
        (await JsonLinesBatch.RunAsync(folder, missing, (_, _) => new { }, error, CancellationToken.None)).ShouldBe(ExitCodes.NoInput);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".gz")]
    public async Task A_full_disk_is_told_without_a_stack_trace(string ending)
    {
        if (!File.Exists("/dev/full")) return;   // Linux only
        var full = Path.Combine(folder, "full" + ending);
        File.CreateSymbolicLink(full, "/dev/full");
        var input = Path.Combine(folder, "in");
        await File.WriteAllTextAsync(input, "{\"id\":1}\n");   // less than a buffer: it is written only when the output is closed
        var error = new StringWriter();
        (await JsonLinesBatch.RunAsync(input, full, (_, _) => new { }, error, CancellationToken.None)).ShouldBe(ExitCodes.CannotCreate);
        error.ToString().ShouldContain("cannot be written");

        var feed = Path.Combine(folder, "feed.xml");
        await File.WriteAllTextAsync(feed, "<rss version='2.0'><channel><title>t</title></channel></rss>");
        (await CommandLine.RunAsync(["feeds", "parse", feed, "--out", full])).ShouldBe(ExitCodes.CannotCreate);
    }

    [Theory]
    [InlineData("extract")]
    [InlineData("assess")]
    [InlineData("feeds parse")]
    [InlineData("model info nosuch")]
    [InlineData("run --nope")]
    [InlineData("run --Fetching:Contakt=desk@example.org")]
    [InlineData("extract page.html --out lines.jsonl")]
    public async Task A_wrong_command_line_ends_with_the_code_for_it(string line) =>
        (await CommandLine.RunAsync(line.Split(' '))).ShouldBe(ExitCodes.Usage);

    [Theory]
    [InlineData("assess --help")]
    [InlineData("--version")]
    public async Task Help_is_no_error(string line) => (await CommandLine.RunAsync(line.Split(' '))).ShouldBe(ExitCodes.Ok);

    private async Task<(int Code, IReadOnlyList<JsonElement> Output, string Error)> Run(string input, Func<JsonElement, CancellationToken, object> work)
    {
        var (code, output, error, _) = await RunRaw(input, work);
        return (code, output, error);
    }

    private Task<(int Code, IReadOnlyList<JsonElement> Output, string Error, string Raw)> RunRaw(string input, Func<JsonElement, CancellationToken, object> work) =>
        RunRaw(Encoding.UTF8.GetBytes(input), work);

    private async Task<(int Code, IReadOnlyList<JsonElement> Output, string Error, string Raw)> RunRaw(byte[] input, Func<JsonElement, CancellationToken, object> work)
    {
        var from = Path.Combine(folder, "in.jsonl");
        var to = Path.Combine(folder, "out.jsonl");
        await File.WriteAllBytesAsync(from, input);
        var error = new StringWriter();
        var code = await JsonLinesBatch.RunAsync(from, to, work, error, CancellationToken.None);
        var raw = await File.ReadAllTextAsync(to);
        return (code, [.. raw.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)], error.ToString(), raw);
    }
}
