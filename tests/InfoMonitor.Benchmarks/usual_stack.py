"""What many would build: Scrapy, readability-lxml, SQLite. Reads the sitemaps of loopback hosts and stores title and text of each page.

usage: usual_stack.py DATABASE PORT HOSTS
"""
import sqlite3
import sys

import lxml.html
from readability import Document
from scrapy.crawler import CrawlerProcess
from scrapy.spiders import SitemapSpider

database, port, hosts = sys.argv[1], sys.argv[2], int(sys.argv[3])


class Press(SitemapSpider):
    name = "press"
    sitemap_urls = [f"http://127.0.1.{host}:{port}/sitemap.xml" for host in range(1, hosts + 1)]

    def parse(self, response):
        document = Document(response.text)
        text = lxml.html.fromstring(document.summary()).text_content()
        yield {"url": response.url, "title": document.title(), "text": text}


class Store:
    """One transaction for a hundred articles: kinder than the one an article that our own service needs to lose nothing."""

    def open_spider(self, spider):
        self.connection = sqlite3.connect(database)
        self.connection.executescript(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; CREATE TABLE articles (url TEXT PRIMARY KEY, title TEXT, text TEXT);"
        )
        self.pending = 0

    def process_item(self, item, spider):
        self.connection.execute("INSERT OR IGNORE INTO articles VALUES (:url, :title, :text)", item)
        self.pending += 1
        if self.pending % 100 == 0:
            self.connection.commit()
        return item

    def close_spider(self, spider):
        self.connection.commit()
        self.connection.close()


process = CrawlerProcess(
    {
        "ROBOTSTXT_OBEY": True,
        "DOWNLOAD_DELAY": 0,
        "CONCURRENT_REQUESTS": 32,
        "USER_AGENT": "UsualStack/1.0 (+desk@example.org)",
        "ITEM_PIPELINES": {Store: 100},
        "LOG_LEVEL": "ERROR",
        "TELNETCONSOLE_ENABLED": False,
    }
)
process.crawl(Press)
process.start()
