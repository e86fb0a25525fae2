using InfoMonitor.Content.Extraction;

namespace InfoMonitor.Content.Tests.Extraction;

/// <summary>ClaimReview on a page's elements: read as JSON-LD is, wherever its parts stand and whatever is broken beside it.</summary>
public sealed class MarkedReviewTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 5, 0, 0, TimeSpan.Zero);

    private const string Claim = "Người thuê trọ phải nộp thêm một khoản phí từ tháng sau.";

    private static readonly FactCheck Expected = new(Claim, "Sai", "Trung tâm Kiểm tin Ví Dụ", "https://kiemtin.example.vn/bai/phi-thue-tro", new PublicationTime(new DateOnly(2026, 4, 2), null));

    public static TheoryData<string, string> Forms => new()
    {
        { "microdata in meta elements", $"""
            <div itemscope itemtype="https://schema.org/ClaimReview"><meta itemprop="claimReviewed" content="{Claim}"><meta itemprop="datePublished" content="2026-04-02"><meta itemprop="url" content="https://kiemtin.example.vn/bai/phi-thue-tro">
            <div itemprop="author" itemscope itemtype="https://schema.org/Organization"><meta itemprop="name" content="Trung tâm Kiểm tin Ví Dụ"></div>
            <div itemprop="reviewRating" itemscope itemtype="https://schema.org/Rating"><meta itemprop="ratingValue" content="1"><meta itemprop="bestRating" content="5"><meta itemprop="worstRating" content="1"><meta itemprop="alternateName" content="Sai"></div></div>
            """ },
        { "microdata on what is shown", $"""
            <article itemscope itemtype="http://schema.org/ClaimReview"><h2><a itemprop="url" href="/bai/phi-thue-tro">Có phải nộp thêm phí?</a></h2><p>Tin được kiểm: <q itemprop="claimReviewed">Người thuê trọ phải nộp thêm <b>một khoản phí</b> từ tháng sau.</q></p>
            <div class="box"><span itemscope itemprop="reviewRating"><strong itemprop="alternateName"> Sai </strong></span> <time itemprop="datePublished" datetime="2026-04-02">2/4/2026</time>
            <span itemprop="author" itemscope itemtype="http://schema.org/NewsMediaOrganization"><span itemprop="name">Trung tâm Kiểm tin Ví Dụ</span></span></div></article>
            """ },
        { "microdata inside an article's, of two types", $"""
            <div itemscope itemtype="https://schema.org/NewsArticle"><meta itemprop="url" content="/khac"><div itemprop="review" itemscope itemtype="https://schema.org/Review https://schema.org/ClaimReview"><link itemprop="url" href="/bai/phi-thue-tro"><meta itemprop="datePublished" content="2026-04-02">
            <span itemprop="publisher" itemscope itemtype="https://schema.org/Organization"><b itemprop="name">Trung tâm Kiểm tin Ví Dụ</b></span><span itemprop="reviewRating">Sai</span><p itemprop="claimReviewed">{Claim}</p></div></div>
            """ },
        { "microdata with its claim in what it reviews", $"""
            <div itemscope itemtype="https://schema.org/ClaimReview"><a itemprop="mainEntityOfPage" href="/bai/phi-thue-tro">Bài</a><meta itemprop="datePublished" content="2026-04-02"><div itemprop="itemReviewed" itemscope itemtype="https://schema.org/Claim"><p itemprop="text">{Claim}</p><span itemprop="author" itemscope itemtype="https://schema.org/Person"><i itemprop="name">Trần N.</i></span></div>
            <div itemprop="author publisher" itemscope itemtype="https://schema.org/Organization"><i itemprop="name">Trung tâm Kiểm tin Ví Dụ</i></div><div itemprop="reviewRating" itemscope><i itemprop="alternateName">Sai</i></div></div>
            """ },
        { "microdata that names elements elsewhere as its own", $"""
            <header><h1 id="t">Có phải nộp thêm phí?</h1><time id="ngay" itemprop="datePublished" datetime="2026-04-02">2/4/2026</time></header><blockquote id="tin"><p itemprop="claimReviewed">{Claim}</p></blockquote>
            <div itemscope itemtype="https://schema.org/ClaimReview" itemref="ngay tin kq nha khong-co"><link itemprop="url" href="/bai/phi-thue-tro"></div>
            <div id="nha" itemprop="author" itemscope itemtype="https://schema.org/Organization" itemref="ten"></div><div id="kq" itemprop="reviewRating" itemscope itemtype="https://schema.org/Rating"><b itemprop="alternateName">Sai</b></div><footer><span id="ten" itemprop="name">Trung tâm Kiểm tin Ví Dụ</span></footer>
            """ },
        { "RDFa Lite", $"""
            <div vocab="https://schema.org/" typeof="ClaimReview"><p property="claimReviewed">{Claim}</p><a property="url" href="/bai/phi-thue-tro">Bài</a> <time property="datePublished" datetime="2026-04-02">2/4</time>
            <div property="author" typeof="Organization"><span property="name">Trung tâm Kiểm tin Ví Dụ</span></div><div property="reviewRating" typeof="Rating"><meta property="ratingValue" content="1"><meta property="bestRating" content="5"><span property="alternateName">Sai</span></div></div>
            """ },
        { "RDFa Lite with prefixes", $"""
            <div prefix="schema: http://schema.org/" typeof="schema:ClaimReview"><p property="schema:claimReviewed">{Claim}</p><a property="schema:url" href="/bai/phi-thue-tro">Bài</a> <time property="schema:datePublished" datetime="2026-04-02">2/4</time>
            <div property="schema:author" typeof="schema:Organization"><span property="schema:name">Trung tâm Kiểm tin Ví Dụ</span></div><div property="schema:reviewRating" typeof="schema:Rating"><span property="schema:alternateName">Sai</span></div></div>
            """ },
        { "microdata beside broken JSON-LD, unclosed", $$"""
            <script type="application/ld+json">{"@type":"ClaimReview","claimReviewed":</script><div itemscope itemtype="https://schema.org/ClaimReview"><meta itemprop="claimReviewed" content="{{Claim}}"><meta itemprop=datePublished content=2026-04-02><link itemprop=url href=/bai/phi-thue-tro>
            <p itemprop=author itemscope itemtype=https://schema.org/Organization><b itemprop=name>Trung tâm Kiểm tin Ví Dụ</b><p itemprop=reviewRating itemscope><b itemprop=alternateName>Sai
            """ },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_review_on_elements_is_read_as_one_in_a_script_is(string form, string html) => Read(html).ShouldBe([Expected], form);

    [Fact]
    public void A_page_that_says_its_review_twice_has_one() =>
        Read($$"""
            <script type="application/ld+json">{"@type":"ClaimReview","claimReviewed":"{{Claim}}","reviewRating":{"alternateName":"Sai"} }</script>
            <div itemscope itemtype="https://schema.org/ClaimReview"><p itemprop="claimReviewed">“{{Claim}}”</p><p itemprop="reviewRating">Sai sự thật</p></div>
            """).Single().Claim.ShouldBe(Claim);

    [Fact]
    public void Several_reviews_are_read_in_order_and_of_several_claims_each() =>
        Read("""
            <div itemscope itemtype="https://schema.org/ClaimReview"><p itemprop="claimReviewed">Tin một.</p><p itemprop="claimReviewed">Tin hai.</p><p itemprop="reviewRating">Sai</p></div>
            <div itemscope itemtype="https://schema.org/ClaimReview"><p itemprop="claimReviewed">Tin ba.</p><p itemprop="reviewRating">Đúng</p></div>
            """).Select(check => (check.Claim, check.Verdict, check.Supports)).ShouldBe([("Tin một.", "Sai", false), ("Tin hai.", "Sai", false), ("Tin ba.", "Đúng", true)]);

    [Theory]
    [InlineData("5", "5", "1", "5/5", true)]
    [InlineData("1", "5", "1", "1/5", false)]
    [InlineData("1", "1", "7", "1/1", true)]
    public void A_rating_in_numbers_says_by_its_scale_whether_it_supports(string value, string best, string worst, string verdict, bool supports)
    {
        var check = Read($"""
            <div itemscope itemtype="https://schema.org/ClaimReview"><p itemprop="claimReviewed">{Claim}</p>
            <div itemprop="reviewRating" itemscope><data itemprop="ratingValue" value="{value}">sao</data><meta itemprop="bestRating" content="{best}"><meta itemprop="worstRating" content="{worst}"></div></div>
            """).Single();
        check.Verdict.ShouldBe(verdict);
        check.Supports.ShouldBe(supports);
    }

    [Theory]
    [InlineData("itemtype='https://schema.org/ClaimReview' itemscope", "itemprop", "itemscope itemtype='https://schema.org/Person'")]
    [InlineData("typeof='ClaimReview'", "property", "typeof='Person'")]
    public void A_person_is_never_kept_as_a_publisher_and_who_made_the_claim_is_not_read(string item, string property, string person)
    {
        var html = $"<div {item}><p {property}=claimReviewed>{Claim}</p><p {property}=reviewRating>Sai</p><p {property}=author {person}><b {property}=name>Lê Q.</b></p><div {property}=itemReviewed><p {property}=author {person}><b {property}=name>Trần N.</b></p></div></div>";
        Read(html).Single().ShouldBe(new FactCheck(Claim, "Sai", null, "https://kiemtin.example.vn/bai", null));
        Read(html + """<script type="application/ld+json">{"@type":"NewsArticle","publisher":{"@type":"Organization","name":"Tòa soạn Ví Dụ"} }</script>""").Single().Publisher.ShouldBe("Tòa soạn Ví Dụ");
    }

    [Theory]
    [InlineData("<div itemscope itemtype='https://schema.org/ClaimReview'></div>")]
    [InlineData("<div itemscope itemtype='https://schema.org/ClaimReview'><p itemprop=claimReviewed>A</p></div>")]
    [InlineData("<div itemscope itemtype='https://schema.org/ClaimReview'><p itemprop=claimReviewed></p><p itemprop=reviewRating>Sai</p></div>")]
    [InlineData("<div itemscope itemtype='https://schema.org/ClaimReviewer'><p itemprop=claimReviewed>A</p><p itemprop=reviewRating>Sai</p></div>")]
    [InlineData("<div itemscope itemtype='ClaimReview'><div itemscope><p itemprop=claimReviewed>A</p></div><p itemprop=reviewRating>Sai</p></div>")]
    [InlineData("<div itemscope itemtype='  / : # '><p itemprop=' / '>ClaimReview</p></div>")]
    [InlineData("<p>ClaimReview is a type of schema.org</p>")]
    public void What_is_no_review_is_passed_over(string html) => Read(html).ShouldBeEmpty();

    [Fact]
    public void Reviews_inside_reviews_without_end_end()
    {
        Read(string.Concat(Enumerable.Repeat("<div itemprop='reviewRating author itemReviewed' itemscope itemtype='https://schema.org/ClaimReview'><p itemprop=claimReviewed>A</p>", 390))).ShouldBeEmpty();
        Read($"<div itemscope itemtype='https://schema.org/ClaimReview'><p itemprop=reviewRating>Sai</p><p itemprop=claimReviewed>{new string('a', 2_000_000)}</p></div>").ShouldBeEmpty();
        var ids = string.Join(' ', Enumerable.Range(0, 10).Select(i => $"i{i}"));
        Read(string.Concat(Enumerable.Range(0, 300).Select(i => $"<div id=i{i} itemprop='author itemReviewed' itemscope itemtype='https://schema.org/ClaimReview' itemref='{ids} i{i}'><p itemprop=x>{i}</p></div>"))).ShouldBeEmpty();
    }

    private static IReadOnlyList<FactCheck> Read(string html) =>
        ArticleExtractor.Extract($"<html lang=vi><body>{html}", new Uri("https://kiemtin.example.vn/bai"), Now, CancellationToken.None).FactChecks;
}
