using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Options;
using Polly.Timeout;

namespace InfoMonitor.Fetching;

/// <summary>One request, one answer, within the limits. No redirects, cookies, proxy, log-in or retry.</summary>
internal sealed class Exchange : IDisposable
{
    /// <summary>Of a day with its year; "1.5" is no day.</summary>
    private const int ShortestDate = 10;

    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromDays(7);
    private static readonly HttpRequestOptionsKey<bool> Connected = new("connected");
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly FetchingOptions options;
    private readonly BigBodies bigBodies;
    private readonly TimeProvider clock;
    private readonly HttpMessageInvoker http;
    private readonly string userAgent;

    public Exchange(IOptions<FetchingOptions> options, AddressGuard guard, BigBodies bigBodies, TimeProvider clock)
    {
        this.options = options.Value;
        this.bigBodies = bigBodies;
        this.clock = clock;
        userAgent = $"{this.options.Product}/{typeof(Exchange).Assembly.GetName().Version!.ToString(2)} (+{this.options.Contact})";
        http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ConnectCallback = (context, cancellation) => ConnectAsync(guard, context, cancellation),
            ConnectTimeout = this.options.ConnectTimeout,
            SslOptions = { RemoteCertificateValidationCallback = (_, _, chain, errors) => errors == SslPolicyErrors.None ? true : throw new BadCertificateException(WhyNot(chain, errors)) },
            UseProxy = false,   // a proxy would resolve the name itself, past the guard
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli | DecompressionMethods.Deflate,
            MaxResponseHeadersLength = this.options.MaxHeaders,
            MaxConnectionsPerServer = 2,   // one at work, one being closed
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxResponseDrainSize = 0,   // what is over the limit is not read to keep a connection
            RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,   // validators go back as they came
            ResponseHeaderEncodingSelector = (_, _) => Encoding.Latin1,
            ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),   // our trace ids are no business of theirs
        });
    }

    /// <exception cref="TimeoutRejectedException">It took longer than a request may.</exception>
    public async Task<Answer> SendAsync(Ask ask, CancellationToken cancellation)
    {
        using var time = new Allowance(options.TotalTimeout, clock, cancellation);
        try
        {
            using var request = Request(ask);
            using var response = await http.SendAsync(request, time.Token);
            return await ReadAsync(ask, response, time);
        }
        catch (OperationCanceledException) when (time.IsOver && !cancellation.IsCancellationRequested)
        {
            throw new TimeoutRejectedException();
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Answer.Trouble(FetchingTexts.NoConnection(options.ConnectTimeout));
        }
        catch (HttpRequestException exception)
        {
            return Explain(exception, exception.HttpRequestError);
        }
        catch (HttpIOException exception)
        {
            return Explain(exception, exception.HttpRequestError);
        }
        catch (InvalidDataException)
        {
            return new Answer.Trouble(FetchingTexts.WrongEncoding);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            return new Answer.Trouble(FetchingTexts.Broke);
        }
    }

    public void Dispose() => http.Dispose();

    /// <summary>The handler asks up to three times more, at once, where a connection closes without a byte. It may after one that was kept, which the host may have given up in the meantime; not after one made for this request.</summary>
    private static ValueTask<Stream> ConnectAsync(AddressGuard guard, SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var request = context.InitialRequestMessage.Options;
        if (request.TryGetValue(Connected, out _)) throw new ClosedWithoutAnswerException();
        request.Set(Connected, true);
        return guard.ConnectAsync(context, cancellation);
    }

    private HttpRequestMessage Request(Ask ask)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, ask.Address);
        request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        request.Headers.TryAddWithoutValidation("Accept", ask.Accept);
        // Without validation: servers send ETags without quotes and dates of their own making, and want them back like that.
        if (ask.ETag is { Length: > 0 }) request.Headers.TryAddWithoutValidation("If-None-Match", ask.ETag);
        if (ask.LastModified is { Length: > 0 }) request.Headers.TryAddWithoutValidation("If-Modified-Since", ask.LastModified);
        return request;
    }

    private async Task<Answer> ReadAsync(Ask ask, HttpResponseMessage response, Allowance time)
    {
        var status = (int)response.StatusCode;
        switch (status)
        {
            case >= 200 and < 300:
                break;
            case 304 when ask.ETag is not null || ask.LastModified is not null:
                return new Answer.Unchanged();
            case 301 or 302 or 303 or 307 or 308:
                return new Answer.Redirect(status, Location(response));
            case 408 or 425 or 429 or >= 500:
                return new Answer.Trouble(FetchingTexts.Answered(status), status, RetryAfter(response));
            default:
                return new Answer.Refusal(status);
        }
        var type = Value(response.Content.Headers, "Content-Type");
        if (!ask.Cut && !MediaTypes.IsRead(type)) return new Answer.Unreadable(FetchingTexts.OtherType(MediaTypes.Shown(type)));
        if (response.Content.Headers.NonValidated.TryGetValues("Content-Encoding", out _)) return new Answer.Unreadable(FetchingTexts.OtherCompression);
        if (!ask.Cut && response.Content.Headers.ContentLength > ask.MaxBytes) return TooLarge(ask);
        var announced = (int)Math.Min(response.Content.Headers.ContentLength ?? 0, ask.MaxBytes);
        var body = new MemoryStream(Math.Min(announced, BigBodies.Big));
        var (whole, cut) = (true, false);
        IDisposable? place = null;
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(time.Token);
            try { whole = await FillAsync(body, stream, ask.MaxBytes, BecomesBigAsync, time.Token); }
            catch (Exception exception) when (ask.Part && body.Length > 0 && exception is IOException)   // of it, HttpIOException: less came than was announced
            {
                cut = true;
            }
        }
        catch
        {
            place?.Dispose();
            throw;
        }
        if (whole || ask.Cut) return new Answer.Content(body.GetBuffer().AsMemory(0, (int)body.Length), type, Value(response.Headers, "ETag"), Value(response.Content.Headers, "Last-Modified")) { IsCut = cut, Place = place };
        place?.Dispose();
        return TooLarge(ask);

        async Task BecomesBigAsync()
        {
            place = await time.PauseAsync(() => bigBodies.EnterAsync(time.Token));
            body.Capacity = Math.Max(body.Capacity, announced);
        }
    }

    /// <summary>False when there is more than <paramref name="most"/>.</summary>
    /// <param name="big">Awaited before more than <see cref="BigBodies.Big"/> is kept.</param>
    private static async Task<bool> FillAsync(MemoryStream body, Stream from, int most, Func<Task> big, CancellationToken cancellation)
    {
        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            int read;
            while ((read = await from.ReadAsync(buffer, cancellation)) > 0)
            {
                if (body.Length <= BigBodies.Big && body.Length + read > BigBodies.Big) await big();
                var room = most - (int)body.Length;
                body.Write(buffer, 0, Math.Min(read, room));
                if (read > room) return false;
            }
            return true;
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static Answer.Unreadable TooLarge(Ask ask) => new(FetchingTexts.TooLarge(ask.MaxBytes));

    private static string? Value(HttpHeaders headers, string name) => headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    /// <summary>Servers send paths as raw UTF-8; read as Latin 1 they would be other paths.</summary>
    private static string? Location(HttpResponseMessage response)
    {
        var value = Value(response.Headers, "Location");
        try { return value is null ? null : Utf8.GetString(Encoding.Latin1.GetBytes(value)); }
        catch (DecoderFallbackException) { return value; }
    }

    /// <summary>RFC 9110, 10.2.3: seconds or a date. Servers also write "120 seconds", an ISO date, or a date with the wrong day of the week: they ask for a rest all the same.</summary>
    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        if (Value(response.Headers, "Retry-After")?.Trim() is not { Length: > 0 } asked) return null;
        TimeSpan? read = RetryConditionHeaderValue.TryParse(asked, out var header) ? header.Delta ?? header.Date - clock.GetUtcNow()
            : uint.TryParse(asked.Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && asked.EndsWith('s') ? TimeSpan.FromSeconds(seconds)
            : asked.Length >= ShortestDate && DateTimeOffset.TryParse(asked[(asked.IndexOf(',', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date - clock.GetUtcNow()
            : null;
        if (read is not { } wait) return null;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestRetryAfter ? LongestRetryAfter : wait;
    }

    private static Hindrance WhyNot(X509Chain? chain, SslPolicyErrors errors) =>
        errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? FetchingTexts.OthersCertificate
        : chain?.ChainStatus.Any(s => s.Status.HasFlag(X509ChainStatusFlags.NotTimeValid)) == true ? FetchingTexts.ExpiredCertificate
        : FetchingTexts.UnknownCertificate;

    /// <summary>By kind, never by the exception's own text: that carries addresses.</summary>
    private static Answer Explain(Exception exception, HttpRequestError kind)
    {
        for (var inner = exception.InnerException; inner is not null; inner = inner.InnerException)
        {
            if (inner is ClosedWithoutAnswerException) kind = HttpRequestError.ResponseEnded;
            if (inner is ForbiddenAddressException forbidden) return new Answer.Unreadable(forbidden.Why);
            if (inner is BadCertificateException bad) return new Answer.Trouble(bad.Why);
            if (inner is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }) kind = HttpRequestError.NameResolutionError;
        }
        return kind switch
        {
            HttpRequestError.NameResolutionError => new Answer.Trouble(FetchingTexts.NoSuchHost),
            HttpRequestError.ConnectionError => new Answer.Trouble(FetchingTexts.Refused),
            HttpRequestError.SecureConnectionError => new Answer.Trouble(FetchingTexts.BadTls),
            HttpRequestError.ResponseEnded => new Answer.Trouble(FetchingTexts.EndedEarly),
            HttpRequestError.ConfigurationLimitExceeded => new Answer.Unreadable(FetchingTexts.LongHeaders),
            HttpRequestError.HttpProtocolError or HttpRequestError.InvalidResponse or HttpRequestError.VersionNegotiationError => new Answer.Trouble(FetchingTexts.NotHttp),
            HttpRequestError.Unknown or HttpRequestError.ExtendedConnectNotSupported or HttpRequestError.UserAuthenticationError or HttpRequestError.ProxyTunnelError => new Answer.Trouble(FetchingTexts.Broke),
        };
    }
}

/// <summary>The only way out of a certificate's check with its reason; caught where the request was sent.</summary>
internal sealed class BadCertificateException(Hindrance why) : Exception(why.What.En)
{
    public Hindrance Why => why;
}

/// <summary>A connection made for a request was closed before the answer began.</summary>
internal sealed class ClosedWithoutAnswerException() : Exception("The connection was closed without an answer.");
